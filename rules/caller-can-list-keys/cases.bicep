param keysOff bool
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

// Keys are on unless they are switched off.
resource keys 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'keys'
  kind: 'AIServices'
  properties: {
    customSubDomainName: 'keys'
  }
}

resource keysDocs 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'keys-docs'
  properties: {
    disableLocalAuth: false
    authOptions: { aadOrApiKey: {} }
  }
}

resource perhaps 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'perhaps'
  kind: 'OpenAI'
  properties: {
    customSubDomainName: 'perhaps'
    disableLocalAuth: keysOff
  }
}

resource shared 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'shared'
}

resource tooOld 'Microsoft.CognitiveServices/accounts@2017-04-18' = {
  name: 'too-old'
  kind: 'OpenAI'
  properties: {
    disableLocalAuth: true
  }
}

resource uses 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, 'uses', 'uses')
  scope: keys
  properties: {
    // ruleid: caller-can-list-keys "Role 'Cognitive Services User' lets app list the keys of keys"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource foundry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, 'foundry', 'foundry')
  scope: keys
  properties: {
    // ruleid: caller-can-list-keys "lets mine list"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '53ca6127-db72-4b80-b1b0-d745d6d5456d')
    principalId: mine.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource admin 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keysDocs.id, 'admin', 'admin')
  scope: keysDocs
  properties: {
    // ruleid: caller-can-list-keys "list the keys of keys-docs"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// That version does not know the property.
resource onOld 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(tooOld.id, 'onOld', 'onOld')
  scope: tooOld
  properties: {
    // ruleid: caller-can-list-keys "too-old"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Where there are no keys, none can be listed.
resource none 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'none', 'none')
  scope: oai
  properties: {
    // ok: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource noneDocs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'noneDocs', 'noneDocs')
  scope: docs
  properties: {
    // ok: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource second 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'second'
  location: resourceGroup().location
}

resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, 'narrow', 'narrow')
  scope: keys
  properties: {
    // ok: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: second.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keysDocs.id, 'reads', 'reads')
  scope: keysDocs
  properties: {
    // ok: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    principalId: second.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Keys of accounts are nothing to a Search service.
resource elsewhere 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keysDocs.id, 'elsewhere', 'elsewhere')
  scope: keysDocs
  properties: {
    // ok: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource later 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(perhaps.id, 'later', 'later')
  scope: perhaps
  properties: {
    // unknown: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource theirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(shared.id, 'theirs', 'theirs')
  scope: shared
  properties: {
    // unknown: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource any 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, 'any', 'any')
  scope: keys
  properties: {
    // unknown: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// People may.
resource person 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, 'person', 'person')
  scope: keys
  properties: {
    // ok: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: '8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
    principalType: 'User'
  }
}

resource team 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, 'team', 'team')
  scope: keys
  properties: {
    // unknown: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: '6d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
    principalType: 'Group'
  }
}

// Whoever takes over an account has its keys: its own role there adds nothing. At another it does.
resource ownKeys 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'own-keys'
  kind: 'AIServices'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'own-keys'
  }
}

resource toItself 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(ownKeys.id, 'itself', 'itself')
  scope: ownKeys
  properties: {
    // ok: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: ownKeys.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource toAnother 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, 'another', 'another')
  scope: keys
  properties: {
    // ruleid: caller-can-list-keys "lets own-keys list the keys of keys,"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: ownKeys.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['a97b65f3-24c7-4388-baec-2e87135dc908', '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, 'eitherOne', eitherRole)
  scope: keys
  properties: {
    // nofix: caller-can-list-keys "it is computed by `subscriptionResourceId"
    // ruleid: caller-can-list-keys
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
