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

resource manages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'manages', 'manages')
  scope: docs
  properties: {
    // ruleid: search-contributor-on-app "lets the app behind app switch keys on"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource second 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'second'
  location: resourceGroup().location
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'reads', 'reads')
  scope: docs
  properties: {
    // ok: search-contributor-on-app
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    principalId: second.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource elsewhere 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'elsewhere', 'elsewhere')
  scope: oai
  properties: {
    // ok: search-contributor-on-app
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// What signs in as it is not here.
resource unattached 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'unattached', 'unattached')
  scope: docs
  properties: {
    // ok: search-contributor-on-app
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: mine.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// On Your Data and agents need it.
resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'account'
  kind: 'OpenAI'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'account'
    disableLocalAuth: true
  }
}

resource onYourData 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'onYourData', 'onYourData')
  scope: docs
  properties: {
    // ok: search-contributor-on-app
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: account.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource any 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'any', 'any')
  scope: docs
  properties: {
    // unknown: search-contributor-on-app
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource both 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'both'
  location: resourceGroup().location
}

resource container 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'container'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${both.id}': {} } }
  properties: {}
}

resource attached 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'attached', 'attached')
  scope: docs
  properties: {
    // ruleid: search-contributor-on-app "the app behind both"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7CA78C08-252A-4471-8644-BB5FF32D4BA0')
    principalId: both.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource shared 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'shared'
}

resource theirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(shared.id, 'theirs', 'theirs')
  scope: shared
  properties: {
    // ruleid: search-contributor-on-app "shared"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A role of the template's own: its GUID is not known before it is deployed, what it permits is.
resource own 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'own')
  properties: {
    roleName: 'Sets search up'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [{ actions: ['Microsoft.Search/searchServices/*'] }]
  }
}

resource byOwnRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, app.id, own.id)
  scope: docs
  properties: {
    // ok: search-contributor-on-app
    roleDefinitionId: own.id
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['7ca78c08-252a-4471-8644-bb5ff32d4ba0', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'eitherOne', eitherRole)
  scope: docs
  properties: {
    // unknown: search-contributor-on-app
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
