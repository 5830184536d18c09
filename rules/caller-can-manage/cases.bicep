param anyRole string

var contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c'

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  location: resourceGroup().location
  identity: {
    type: 'SystemAssigned'
  }
  properties: {}
}

resource shared 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'shared'
  location: resourceGroup().location
}

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  kind: 'OpenAI'
  properties: {
    disableLocalAuth: true
  }
}

resource search 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
  properties: {
    disableLocalAuth: true
  }
}

resource broad 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, app.id, contributor)
  scope: oai
  properties: {
    // ruleid: caller-can-manage "Role 'Contributor'"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Without a scope it is assigned at the resource group, and so at both services.
resource onTheGroup 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, shared.id, 'owner')
  properties: {
    // nofix: caller-can-manage "what it has to be is not known"
    // ruleid: caller-can-manage "Role 'Owner'"
    roleDefinitionId: resourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
    principalId: shared.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource byProvider 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, shared.id, 'cs-contributor')
  scope: oai
  properties: {
    principalId: shared.properties.principalId
    // ruleid: caller-can-manage "Role 'Cognitive Services Contributor'"
    roleDefinitionId: '/providers/Microsoft.Authorization/roleDefinitions/25FBC0A9-BD7C-42A3-AA1A-3B75D497EE68'
  }
}

// Nothing that this role permits is about Search.
resource accountsOfTheGroup 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, app.id, 'cs-contributor')
  properties: {
    // ruleid: caller-can-manage "lets chat reconfigure oai."
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource second 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'second'
  location: resourceGroup().location
}

resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, app.id, 'user')
  scope: oai
  properties: {
    // ok: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: second.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// A role for Azure AI, on Search: it gives nothing there, which another rule says.
resource elsewhere 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(search.id, app.id, 'cs-contributor')
  scope: search
  properties: {
    // ok: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68')
    principalId: app.identity.principalId
  }
}

// Left to the rule about Search Service Contributor.
resource searchContributor 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(search.id, app.id, 'ssc')
  scope: search
  properties: {
    // ok: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Who the members are, only the directory knows.
resource team 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'team')
  scope: oai
  properties: {
    // unknown: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: '8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
    principalType: 'Group'
  }
}

// People may manage.
resource person 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'person')
  scope: oai
  properties: {
    // ok: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: '8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
    principalType: 'User'
  }
}

// Perhaps a pipeline: a warning of its own.
resource other 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'other')
  scope: oai
  properties: {
    // ruleid: caller-can-manage "a service principal that is no resource here"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: '4a7c0d1e-92b3-4f7a-8c11-6f0e5d3b2a19'
    principalType: 'ServicePrincipal'
  }
}

// Whoever deploys is no caller.
resource deploys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'deployer')
  scope: oai
  properties: {
    // ok: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: deployer().objectId
    principalType: 'ServicePrincipal'
  }
}

// Active at once, though Privileged Identity Management makes it.
resource active 'Microsoft.Authorization/roleAssignmentScheduleRequests@2022-04-01-preview' = {
  name: guid(oai.id, app.id, 'active')
  scope: oai
  properties: {
    // ruleid: caller-can-manage "Role 'Contributor' lets chat"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: app.identity.principalId
    requestType: 'AdminAssign'
    scheduleInfo: {
      expiration: {
        type: 'NoExpiration'
      }
    }
  }
}

resource decidedLater 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, app.id, 'any')
  scope: oai
  properties: {
    // unknown: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
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
  name: guid(search.id, app.id, own.id)
  scope: search
  properties: {
    // ruleid: caller-can-manage "'Sets search up' lets chat reconfigure docs"
    // nofix: caller-can-manage "its value is not known before it is deployed"
    roleDefinitionId: own.id
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'b24988ac-6180-42a0-ab88-20f7382dd24c'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'eitherOne', eitherRole)
  properties: {
    // nofix: caller-can-manage "what it has to be is not known"
    // ruleid: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource theirAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'their-account'
}

resource onTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(theirAccount.id, 'onTheirs', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
  scope: theirAccount
  properties: {
    // unknown: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

param wanted bool

resource perhaps 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (wanted) {
  name: guid(search.id, 'perhaps', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
  scope: search
  properties: {
    // ruleid: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource eachOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for each in ['b24988ac-6180-42a0-ab88-20f7382dd24c', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635']: {
  name: guid(search.id, 'eachOne', each)
  scope: search
  properties: {
    // ruleid: caller-can-manage
    // nofix: caller-can-manage "it is computed by"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', each)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}]

param useApp bool
param somebody string

// Perhaps the app, perhaps somebody who is no resource here.
resource oneOrTheOther 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'one or the other', contributor)
  scope: oai
  properties: {
    // unknown: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: useApp ? app.identity.principalId : somebody
    principalType: 'ServicePrincipal'
  }
}

// It may start or end an assignment.
param requestKind string

resource anyRequest 'Microsoft.Authorization/roleAssignmentScheduleRequests@2022-04-01-preview' = {
  name: guid(oai.id, 'anyRequest', 'anyRequest')
  scope: oai
  properties: {
    // unknown: caller-can-manage
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: app.identity.principalId
    requestType: requestKind
  }
}
