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

resource trains 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'trains', 'trains')
  scope: oai
  properties: {
    // ruleid: caller-can-deploy-models "lets app create and delete model deployments of oai"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource unattached 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'unattached', 'unattached')
  scope: oai
  properties: {
    // ruleid: caller-can-deploy-models "lets mine"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: mine.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource second 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'second'
  location: resourceGroup().location
}

resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'narrow', 'narrow')
  scope: oai
  properties: {
    // ok: caller-can-deploy-models
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: second.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource elsewhere 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'elsewhere', 'elsewhere')
  scope: docs
  properties: {
    // ok: caller-can-deploy-models
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource person 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'person', 'person')
  scope: oai
  properties: {
    // ok: caller-can-deploy-models
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: '8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
    principalType: 'User'
  }
}

resource any 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'any', 'any')
  scope: oai
  properties: {
    // unknown: caller-can-deploy-models
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
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

// There are no models.
resource onStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(other.id, 'onStorage', 'onStorage')
  scope: other
  properties: {
    // ok: caller-can-deploy-models
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A script that sets the models up has to.
resource maker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'maker'
  location: resourceGroup().location
}

resource script 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'make-models'
  location: resourceGroup().location
  kind: 'AzureCLI'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${maker.id}': {} } }
  properties: {
    azCliVersion: '2.61.0'
    retentionInterval: 'P1D'
    scriptContent: 'az cognitiveservices account deployment create --name oai'
  }
}

resource makes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'makes', 'makes')
  scope: oai
  properties: {
    // ok: caller-can-deploy-models
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: maker.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Nothing here runs as this one, a pipeline does: to set models up is its work.
resource builder 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'builder'
  location: resourceGroup().location

  resource trust 'federatedIdentityCredentials' = {
    name: 'main'
    properties: {
      issuer: 'https://Token.Actions.GithubUserContent.com'
      subject: 'repo:contoso/models:ref:refs/heads/main'
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource builds 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'builder', 'builds')
  scope: oai
  properties: {
    // ok: caller-can-deploy-models
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: builder.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// A pod is code that calls.
resource pod 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'pod'
  location: resourceGroup().location

  resource trust 'federatedIdentityCredentials' = {
    name: 'pod'
    properties: {
      issuer: 'https://westeurope.oic.prod-aks.azure.com/0/1/'
      subject: 'system:serviceaccount:chat:pod'
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource podTrains 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'pod', 'trains')
  scope: oai
  properties: {
    // ruleid: caller-can-deploy-models "lets pod"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: pod.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Code of ours has this one, whoever else does.
resource shared 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'shared'
  location: resourceGroup().location

  resource trust 'federatedIdentityCredentials' = {
    name: 'main'
    properties: {
      issuer: 'https://token.actions.githubusercontent.com'
      subject: 'repo:contoso/models:ref:refs/heads/main'
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource sharing 'Microsoft.Web/sites@2024-04-01' = {
  name: 'sharing'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${shared.id}': {} } }
  properties: {}
}

resource sharedTrains 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'shared', 'trains')
  scope: oai
  properties: {
    // ruleid: caller-can-deploy-models "lets shared"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: shared.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Nor does a pipeline sign in by a cluster's own issuer, which only Azure knows.
resource cluster 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'cluster'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    oidcIssuerProfile: { enabled: true }
  }
}

resource podOfCluster 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'pod-of-cluster'
  location: resourceGroup().location

  resource trust 'federatedIdentityCredentials' = {
    name: 'pod'
    properties: {
      issuer: cluster.properties.oidcIssuerProfile.issuerURL
      subject: 'system:serviceaccount:chat:pod'
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource podBuilds 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'pod-of-cluster', 'builds')
  scope: oai
  properties: {
    // ruleid: caller-can-deploy-models "lets pod-of-cluster create"
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: podOfCluster.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['a001fd3d-188f-4b5d-821b-7da978bf7442', '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68'])
param eitherRole string

// Whichever it is.
resource eitherOne 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'eitherOne', eitherRole)
  scope: oai
  properties: {
    // nofix: caller-can-deploy-models "it is computed by `subscriptionResourceId"
    // ruleid: caller-can-deploy-models
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource theirAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'their-account'
}

resource onTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(theirAccount.id, 'onTheirs', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
  scope: theirAccount
  properties: {
    // unknown: caller-can-deploy-models
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// One of the rights alone.
resource creator 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'creator')
  properties: {
    roleName: 'creator'
    type: 'CustomRole'
    permissions: [{ actions: ['Microsoft.CognitiveServices/accounts/deployments/write'] }]
    assignableScopes: [resourceGroup().id]
  }
}

resource creatorGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, app.id, creator.id)
  scope: oai
  properties: {
    // ruleid: caller-can-deploy-models "lets app create model deployments of oai"
    // nofix: caller-can-deploy-models
    roleDefinitionId: creator.id
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
