// nocase: live what is assigned has been found in the directory

param anybody string
param anyType string

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  kind: 'OpenAI'
  properties: {
    customSubDomainName: 'oai'
    disableLocalAuth: true
  }
}

resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
  properties: {
    disableLocalAuth: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'app'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource mine 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'mine'
  location: resourceGroup().location
}

resource absent 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'absent', 'absent')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ruleid: missing-principal-type "to app has no principalType"
    principalId: app.identity.principalId
  }
}

resource absentToo 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'absentToo', 'absentToo')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    // ruleid: missing-principal-type "to mine has no principalType"
    principalId: mine.properties.principalId
  }
}

resource nothing 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'nothing', 'nothing')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: mine.properties.principalId
    // ruleid: missing-principal-type "to mine has no principalType"
    principalType: null
  }
}

resource said 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'said', 'said')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: missing-principal-type
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource wrongType 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'wrongType', 'wrongType')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    // ruleid: missing-principal-type "says that app is a User, and it is a managed identity: the deployment will fail with UnmatchedPrincipalType"
    principalType: 'User'
  }
}

resource emptyType 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'emptyType', 'emptyType')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: missing-principal-type
    principalId: app.identity.principalId
    principalType: ''
  }
}

resource someType 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'someType', 'someType')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    // unknown: missing-principal-type
    principalType: anyType
  }
}

resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'given', 'given')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: missing-principal-type
    principalId: anybody
  }
}

resource older 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: 'older'
}

// The directory knows it already.
resource known 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'known', 'known')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: missing-principal-type
    principalId: older.properties.principalId
  }
}

@allowed(['5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', 'a97b65f3-24c7-4388-baec-2e87135dc908'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'eitherOne', eitherRole)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    // ruleid: missing-principal-type
    principalId: app.identity.principalId
  }
}

param kinds object = { web: 'None' }

// A condition that is met picks null; a module with it serves users, too.
resource picked 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'picked', 'picked')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: mine.properties.principalId
    // ruleid: missing-principal-type "to mine has no principalType"
    // nofix: missing-principal-type "it depends on a condition"
    principalType: kinds.web != 'None' ? kinds.web : null
  }
}
