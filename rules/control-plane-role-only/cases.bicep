param anyRole string

var contributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
var openAiUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  kind: 'AIServices'
  properties: {
    customSubDomainName: 'oai'
    disableLocalAuth: true
  }
}

resource manager 'Microsoft.Web/sites@2024-04-01' = {
  name: 'manager'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: control-plane-role-only "which holds Contributor, Reader there"
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
        // The same call once more.
        // ok: control-plane-role-only
        { name: 'AZURE_OPENAI_RESOURCE_NAME', value: oai.name }
        // Speech has rights of its own.
        // ok: control-plane-role-only
        { name: 'AZURE_SPEECH_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource contribute 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, manager.id, contributor)
  scope: oai
  properties: {
    roleDefinitionId: contributor
    principalId: manager.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource look 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, manager.id, 'reader')
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ACDD72A7-3385-48EF-BD42-F606FBA81AE7')
    principalId: manager.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A data role beside it is enough.
resource both 'Microsoft.Web/sites@2024-04-01' = {
  name: 'both'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: control-plane-role-only
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource bothRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [contributor, openAiUser]: {
  name: guid(oai.id, both.id, role)
  scope: oai
  properties: {
    roleDefinitionId: role
    principalId: both.identity.principalId
    principalType: 'ServicePrincipal'
  }
}]

// Without any role another rule speaks.
resource bare 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bare'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: control-plane-role-only
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

// A role at the group of another service reaches nothing here.
resource old 'Microsoft.Web/sites@2024-04-01' = {
  name: 'old'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: control-plane-role-only
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
        { name: 'AZURE_OPENAI_API_KEY', value: oai.listKeys().key1 }
      ]
    }
  }
}

resource oldRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, old.id, contributor)
  scope: oai
  properties: {
    roleDefinitionId: contributor
    principalId: old.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource decidedLater 'Microsoft.Web/sites@2024-04-01' = {
  name: 'decided-later'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: control-plane-role-only
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource laterRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, decidedLater.id, anyRole)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: decidedLater.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Whether this account serves models and who else may call them, only Azure knows; that the role
// that is given here is not enough is certain.
resource shared 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'shared'
}

resource guest 'Microsoft.Web/sites@2024-04-01' = {
  name: 'guest'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: control-plane-role-only
        { name: 'AZURE_OPENAI_ENDPOINT', value: shared.properties.endpoint }
      ]
    }
  }
}

resource guestRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(shared.id, guest.id, contributor)
  scope: shared
  properties: {
    roleDefinitionId: contributor
    principalId: guest.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A role of one's own with the data action.
resource talker 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid('talker')
  properties: {
    roleName: 'Talker'
    permissions: [
      {
        actions: []
        dataActions: ['Microsoft.CognitiveServices/accounts/OpenAI/deployments/*']
      }
    ]
    assignableScopes: [resourceGroup().id]
  }
}

resource custom 'Microsoft.Web/sites@2024-04-01' = {
  name: 'custom'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: control-plane-role-only
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource customRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, custom.id, 'talker')
  scope: oai
  properties: {
    roleDefinitionId: talker.id
    principalId: custom.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A project's connection is judged by what it is for.
resource project 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: oai
  name: 'project'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource projectRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, project.id, contributor)
  scope: oai
  properties: {
    roleDefinitionId: contributor
    principalId: project.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource connection 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: project
  name: 'models'
  properties: {
    category: 'AzureOpenAI'
    authType: 'AAD'
    // ok: control-plane-role-only
    target: oai.properties.endpoint
  }
}

@allowed(['b24988ac-6180-42a0-ab88-20f7382dd24c', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'])
param eitherRole string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: control-plane-role-only
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource eitherGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, 'eitherGrant', eitherRole)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: eitherMore.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
