// nocase: unknown it is about how the expression ends, which is always known
// nocase: live Azure shows what came of a template, and not how it was written

param anybody string

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

resource wrong 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'wrong', 'wrong')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ruleid: client-id-as-principal "Role 'Cognitive Services OpenAI User' is assigned to a client id"
    principalId: mine.properties.clientId
    principalType: 'ServicePrincipal'
  }
}

// Another id that is not the object's.
resource ofTheResource 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'ofTheResource', 'ofTheResource')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ruleid: client-id-as-principal "is assigned to the id of a resource: the deployment will fail with InvalidPrincipalId"
    // nofix: client-id-as-principal "no fix"
    principalId: mine.id
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
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: client-id-as-principal
    principalId: second.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource own 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'own', 'own')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: client-id-as-principal
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'given', 'given')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: client-id-as-principal
    principalId: anybody
    principalType: 'ServicePrincipal'
  }
}


resource loop 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for each in [mine.properties.CLIENTID]: {
  name: guid('loop', each)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ruleid: client-id-as-principal
    // nofix: client-id-as-principal "it is computed by `principalId: each`"
    principalId: each
    principalType: 'ServicePrincipal'
  }
}]

resource theirs 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: 'theirs'
}

resource toTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'toTheirs', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ruleid: client-id-as-principal
    principalId: theirs.properties.clientId
    principalType: 'ServicePrincipal'
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
    // ruleid: client-id-as-principal
    principalId: mine.properties.clientId
    principalType: 'ServicePrincipal'
  }
}
