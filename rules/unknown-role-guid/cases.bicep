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

// The start of Foundry User, and then something else.
resource slip 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'slip', 'slip')
  scope: oai
  properties: {
    // ruleid: unknown-role-guid "nearest is Foundry User 53ca6127-db72-4b80-b1b0-d745d6d5456d"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '53ca6127-db72-4e31-b599-04dc5da150b4')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource digit 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'digit', 'digit')
  scope: oai
  properties: {
    // ruleid: unknown-role-guid "is Cognitive Services OpenAI User"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61be')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource retired 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'retired', 'retired')
  properties: {
    // ruleid: unknown-role-guid "any more; it was Media Services Account Administrator"
    // nofix: unknown-role-guid "is not known"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '054126f8-9a2b-4f1c-a9ad-eca461f08466')
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
    // ok: unknown-role-guid
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5E0BD9BD-7B93-4F28-AF87-19FC36AD61BD')
    principalId: second.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// It may be a role of the tenant.
resource tenants 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'tenants', 'tenants')
  scope: oai
  properties: {
    // unknown: unknown-role-guid
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a1b2c3d-1111-4222-8333-444455556666')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource any 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'any', 'any')
  scope: oai
  properties: {
    // unknown: unknown-role-guid
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource own 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bf'
  properties: {
    roleName: 'Nearly'
    permissions: [{ actions: ['*/read'] }]
    assignableScopes: [resourceGroup().id]
  }
}

// Defined here, whatever it looks like.
resource defined 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'defined', 'defined')
  scope: oai
  properties: {
    // ok: unknown-role-guid
    roleDefinitionId: own.id
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// No GUID at all has a rule of its own.
resource name 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'name', 'name')
  scope: oai
  properties: {
    // ok: unknown-role-guid
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'Foundry User')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource store 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'contosostore'
  location: resourceGroup().location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
}

// Where no AI or Search service is, there is nothing to say.
resource elsewhere 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(store.id, 'elsewhere', 'elsewhere')
  scope: store
  properties: {
    // ok: unknown-role-guid
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['5e0bd9bd-7b93-4f28-af87-19fc36ad61be', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bf'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'eitherOne', eitherRole)
  scope: oai
  properties: {
    // unknown: unknown-role-guid
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource theirAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'their-account'
}

resource onTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(theirAccount.id, 'onTheirs', '5e0bd9bd-7b93-4f28-af87-19fc36ad61be')
  scope: theirAccount
  properties: {
    // unknown: unknown-role-guid
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61be')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Whatever it requests, this is a role.
param requestKind string

resource anyRequest 'Microsoft.Authorization/roleAssignmentScheduleRequests@2022-04-01-preview' = {
  name: guid(oai.id, 'anyRequest', 'anyRequest')
  scope: oai
  properties: {
    // ok: unknown-role-guid
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: app.identity.principalId
    requestType: requestKind
  }
}
