param anyIdentities object

var openAiUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'oai', disableLocalAuth: true }
}

// ruleid: shared-or-unowned-identity "'shared' is the identity of more than 3 workloads"
resource shared 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'shared'
  location: 'westeurope'
}

// Another one may be the fourth.
// unknown: shared-or-unowned-identity
resource few 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'few'
  location: 'westeurope'
  tags: { Owner: 'team' }
}

resource powerless 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'powerless'
  location: 'westeurope'
}

// ok: shared-or-unowned-identity
resource perhaps 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'perhaps'
  location: 'westeurope'
}

resource there 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: 'there'
}

resource sharedMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, shared.id, openAiUser)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAiUser)
    principalId: shared.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource fewMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, few.id, openAiUser)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAiUser)
    principalId: few.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource perhapsMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, perhaps.id, openAiUser)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAiUser)
    principalId: perhaps.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource apps 'Microsoft.App/containerApps@2025-01-01' = [for i in range(0, 3): {
  name: 'app-${i}'
  location: 'westeurope'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${shared.id}': {}, '${few.id}': {}, '${powerless.id}': {} }
  }
  properties: {}
}]

resource job 'Microsoft.App/jobs@2025-01-01' = {
  name: 'job'
  location: 'westeurope'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${shared.id}': {}, '${powerless.id}': {} }
  }
  properties: {}
}

resource more 'Microsoft.App/jobs@2025-01-01' = {
  name: 'more'
  location: 'westeurope'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: anyIdentities
  }
  properties: {}
}

resource services 'Microsoft.Search/searchServices@2025-05-01' = [for i in range(0, 3): {
  name: 'own-${i}'
  location: 'westeurope'
  sku: { name: 'basic' }
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${few.id}': {} }
  }
  properties: { disableLocalAuth: true }
}]

// ruleid: shared-or-unowned-identity
resource spread 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'spread'
  location: 'westeurope'
}

resource spreadApps 'Microsoft.App/containerApps@2025-01-01' = [for i in range(0, 4): {
  name: 'app-${i}'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${spread.id}': {} } }
  properties: {}
}]

@allowed(['5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', 'a97b65f3-24c7-4388-baec-2e87135dc908'])
param eitherRole string

// Whichever it is.
resource eitherGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'eitherGrant', eitherRole)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: spread.properties.principalId
    principalType: 'ServicePrincipal'
  }
}
