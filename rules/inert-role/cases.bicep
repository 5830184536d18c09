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

resource elsewhere 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'elsewhere', 'elsewhere')
  scope: docs
  properties: {
    // ruleid: inert-role "Role 'Cognitive Services Contributor' has no permission"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource storage 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'storage', 'storage')
  scope: docs
  properties: {
    // ruleid: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'narrow', 'narrow')
  scope: oai
  properties: {
    // ok: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'reader', 'reader')
  scope: docs
  properties: {
    // ok: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Metrics belong to any resource.
resource metrics 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'metrics', 'metrics')
  scope: oai
  properties: {
    // ok: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A group may hold anything.
resource group 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'group', 'group')
  properties: {
    // ok: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource other 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'other'
  location: resourceGroup().location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
}

resource onStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(other.id, 'onStorage', 'onStorage')
  scope: other
  properties: {
    // ruleid: inert-role "so app gets nothing by it"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource blobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(other.id, 'blobs', 'blobs')
  scope: other
  properties: {
    // ok: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Neither AI nor Search has a part in it.
resource vault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(other.id, 'vault', 'vault')
  scope: other
  properties: {
    // ok: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource any 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'any', 'any')
  scope: oai
  properties: {
    // unknown: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource anyOnStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(other.id, 'anyOnStorage', 'anyOnStorage')
  scope: other
  properties: {
    // ok: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', 'a001fd3d-188f-4b5d-821b-7da978bf7442'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'eitherOne', eitherRole)
  scope: docs
  properties: {
    // ruleid: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource theirSearch 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'their-search'
}

resource onTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(theirSearch.id, 'onTheirs', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  scope: theirSearch
  properties: {
    // ruleid: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Whatever it requests, Contributor is about all services.
param requestKind string

resource anyRequest 'Microsoft.Authorization/roleAssignmentScheduleRequests@2022-04-01-preview' = {
  name: guid(oai.id, 'anyRequest', 'anyRequest')
  scope: oai
  properties: {
    // ok: inert-role
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: app.identity.principalId
    requestType: requestKind
  }
}
