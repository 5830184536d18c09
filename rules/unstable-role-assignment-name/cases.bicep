// nocase: live Azure shows what came of a template, and not how it was written

param fresh string = newGuid()
param anyone string
param anyRole string

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  kind: 'OpenAI'
  properties: {
    customSubDomainName: 'oai'
    disableLocalAuth: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat-app'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

// ruleid: unstable-role-assignment-name "changes with each deployment"
resource changes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: fresh
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// ruleid: unstable-role-assignment-name "changes with each deployment"
resource changesInside 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, app.id, 'user', fresh)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// ruleid: unstable-role-assignment-name "leaves out the principal and the role"
resource onlyGroup 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// ruleid: unstable-role-assignment-name "leaves out the scope"
resource noScope 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(app.id, '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// ok: unstable-role-assignment-name
resource full 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, app.id, '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// ok: unstable-role-assignment-name
resource byPrincipal 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, anyone, anyRole)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: anyone
    principalType: 'ServicePrincipal'
  }
}

// A word may stand for the role.
// ok: unstable-role-assignment-name
resource byWord 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, app.name, 'openai-user')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// ok: unstable-role-assignment-name
resource group 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subscription().id, resourceGroup().id, anyone, anyRole)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: anyone
    principalType: 'ServicePrincipal'
  }
}

// The same each time, and no other has it.
// ok: unstable-role-assignment-name
resource fixed 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: '0a1b2c3d-1111-4222-8333-444455556666'
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// All of it is new each time.
resource fleeting 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${uniqueString(resourceGroup().id, fresh)}'
  location: resourceGroup().location
}

// ok: unstable-role-assignment-name
resource ofFleeting 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, fleeting.id, '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: fleeting.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Other words for scope and principal.
// ok: unstable-role-assignment-name
resource names 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid('${uniqueString(resourceGroup().id)}-search', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', 'oai')
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// ruleid: unstable-role-assignment-name "leaves out the scope:"
resource noGroup 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(fleeting.id, '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: fleeting.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource theirs 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'their-account'
}

// unknown: unstable-role-assignment-name
resource onTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(theirs.id, '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  scope: theirs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', 'a97b65f3-24c7-4388-baec-2e87135dc908'])
param eitherRole string

// Whichever it is.
// ruleid: unstable-role-assignment-name "leaves out the role"
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, app.id)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A word in the text stands for the role.
resource inOneText 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid('msi-${oai.id}-${app.id}-May-Infer')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: unstable-role-assignment-name
    principalId: app.identity.principalId
  }
}

// ruleid: unstable-role-assignment-name "leaves out the role"
resource withoutTheWord 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid('msi-${oai.id}-${app.id}')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
  }
}

// Not on an AI or Search service.
// ok: unstable-role-assignment-name
resource elsewhere 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: newGuid()
  scope: files
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: app.identity.principalId
  }
}

resource files 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: 'files'
}
