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

// Without a scope it is the resource group of the deployment.
resource group 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'group', 'group')
  properties: {
    // ruleid: role-scope-too-broad "holds for the whole resource group: it reads and calls every such service there"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource storage 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'storage', 'storage')
  properties: {
    // ruleid: role-scope-too-broad "Role 'Storage Blob Data Reader' of mine"
    // nofix: role-scope-too-broad "is not declared here"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')
    principalId: mine.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'narrow', 'narrow')
  scope: oai
  properties: {
    // ok: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A role without data actions is about something else.
resource manage 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'manage', 'manage')
  properties: {
    // ok: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource other 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'other', 'other')
  properties: {
    // ok: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'f58310d9-a9f6-439a-9e8d-f62e7b41a168')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource person 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'person', 'person')
  properties: {
    // ok: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: '8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
    principalType: 'User'
  }
}

resource team 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'team', 'team')
  properties: {
    // ok: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: '6d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
    principalType: 'Group'
  }
}

resource any 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'any', 'any')
  properties: {
    // unknown: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', 'a97b65f3-24c7-4388-baec-2e87135dc908'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'eitherOne', eitherRole)
  properties: {
    // ruleid: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

param wanted bool

resource perhaps 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (wanted) {
  name: guid(resourceGroup().id, 'perhaps', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  properties: {
    // ruleid: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource eachOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for each in ['5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', 'a97b65f3-24c7-4388-baec-2e87135dc908']: {
  name: guid(resourceGroup().id, 'eachOne', each)
  properties: {
    // ruleid: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', each)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}]

resource theirs 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: 'theirs'
}

resource toTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'toTheirs', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  properties: {
    // ruleid: role-scope-too-broad
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: theirs.properties.principalId
    principalType: 'ServicePrincipal'
  }
}
