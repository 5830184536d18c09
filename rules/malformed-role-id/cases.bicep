// nocase: unknown an id that is not known yet may be right: nothing is said of it
// nocase: live Azure refuses such an id, so there is none

param anyRole string

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

resource byName 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'byName', 'byName')
  scope: oai
  properties: {
    // ruleid: malformed-role-id "ends in 'Azure AI User', which is no GUID"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'Azure AI User')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource cut 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'cut', 'cut')
  scope: oai
  properties: {
    // ruleid: malformed-role-id "Perhaps Cognitive Services OpenAI User"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61b')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource strange 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'strange', 'strange')
  scope: oai
  properties: {
    // ruleid: malformed-role-id
    // nofix: malformed-role-id "is not known"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'reader-of-everything')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource second 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'second'
  location: resourceGroup().location
}

resource right 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'right', 'right')
  scope: oai
  properties: {
    // ok: malformed-role-id
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: second.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource tenants 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'tenants', 'tenants')
  scope: oai
  properties: {
    // ok: malformed-role-id
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a1b2c3d-1111-4222-8333-444455556666')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource any 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'any', 'any')
  scope: oai
  properties: {
    // ok: malformed-role-id
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A function that Azure looks names up with.
resource byFunction 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'byFunction', 'byFunction')
  scope: oai
  properties: {
    // ok: malformed-role-id
    roleDefinitionId: roleDefinitions('Reader').id
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['reader', 'writer'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'eitherOne', eitherRole)
  scope: oai
  properties: {
    // ok: malformed-role-id
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource theirAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'their-account'
}

resource onTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(theirAccount.id, 'onTheirs', 'writer')
  scope: theirAccount
  properties: {
    // ruleid: malformed-role-id
    // nofix: malformed-role-id "known"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'writer')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
