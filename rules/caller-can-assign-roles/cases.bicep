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

resource owner 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'owner', 'owner')
  scope: oai
  properties: {
    // ruleid: caller-can-assign-roles "Role 'Owner' lets app assign roles on oai"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'access', 'access')
  properties: {
    // ruleid: caller-can-assign-roles "User Access Administrator"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9')
    principalId: mine.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// It may do everything but this.
resource contributor 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'contributor', 'contributor')
  scope: oai
  properties: {
    // ok: caller-can-assign-roles
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'narrow', 'narrow')
  scope: docs
  properties: {
    // ok: caller-can-assign-roles
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource person 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'person', 'person')
  scope: oai
  properties: {
    // ok: caller-can-assign-roles
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
    principalId: '8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
    principalType: 'User'
  }
}

resource other 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'other'
  location: resourceGroup().location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
}

// Neither AI nor Search.
resource elsewhere 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(other.id, 'elsewhere', 'elsewhere')
  scope: other
  properties: {
    // ok: caller-can-assign-roles
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource any 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'any', 'any')
  scope: oai
  properties: {
    // unknown: caller-can-assign-roles
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// What a condition leaves, keylint does not evaluate.
resource limited 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'limited')
  scope: oai
  properties: {
    // unknown: caller-can-assign-roles
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'f58310d9-a9f6-439a-9e8d-f62e7b41a168')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
    conditionVersion: '2.0'
    condition: '((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/write\'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7}))'
  }
}

// A role of one's own that may define roles.
resource definer 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid('definer')
  properties: {
    roleName: 'Definer'
    permissions: [{ actions: ['Microsoft.Authorization/roleDefinitions/*'] }]
    assignableScopes: [resourceGroup().id]
  }
}

resource defines 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'defines', 'defines')
  scope: oai
  properties: {
    // ruleid: caller-can-assign-roles "Role 'Definer' lets app change what roles permit on oai"
    roleDefinitionId: definer.id
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'eitherOne', eitherRole)
  scope: oai
  properties: {
    // ruleid: caller-can-assign-roles
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource theirAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'their-account'
}

resource onTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(theirAccount.id, 'onTheirs', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
  scope: theirAccount
  properties: {
    // unknown: caller-can-assign-roles
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Whatever it requests, Contributor assigns no roles.
param requestKind string

resource anyRequest 'Microsoft.Authorization/roleAssignmentScheduleRequests@2022-04-01-preview' = {
  name: guid(oai.id, 'anyRequest', 'anyRequest')
  scope: oai
  properties: {
    // ok: caller-can-assign-roles
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: app.identity.principalId
    requestType: requestKind
  }
}
