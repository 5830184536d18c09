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

// Models of other makers take data actions of their own.
resource others 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'others'
  kind: 'AIServices'
  properties: { customSubDomainName: 'others', disableLocalAuth: true }

  resource deepseek 'deployments' = {
    name: 'r1'
    sku: { name: 'GlobalStandard', capacity: 1 }
    properties: { model: { format: 'DeepSeek', name: 'DeepSeek-R1' } }
  }
}

resource mixed 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'mixed'
  kind: 'AIServices'
  properties: { customSubDomainName: 'mixed', disableLocalAuth: true }

  resource gpt 'deployments' = {
    name: 'gpt'
    sku: { name: 'GlobalStandard', capacity: 1 }
    properties: { model: { format: 'openai', name: 'gpt-5-mini' } }
  }

  resource mistral 'deployments' = {
    name: 'mistral'
    sku: { name: 'GlobalStandard', capacity: 1 }
    properties: { model: { format: 'Mistral AI', name: 'mistral-small-2503' } }
  }
}

resource asksOthers 'Microsoft.Web/sites@2024-04-01' = {
  name: 'asks-others'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: control-plane-role-only "calls models of DeepSeek at 'others'"
        { name: 'AZURE_AI_INFERENCE_ENDPOINT', value: 'https://others.services.ai.azure.com/Models' }
        // That is the way to OpenAI's.
        // ok: control-plane-role-only
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://others.openai.azure.com/' }
        // Which of the two it calls, code knows.
        // ok: control-plane-role-only
        { name: 'MIXED_INFERENCE_ENDPOINT', value: 'https://mixed.services.ai.azure.com/models' }
      ]
    }
  }
}

resource toOthers 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(others.id, 'asksOthers')
  scope: others
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: asksOthers.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource toMixed 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(mixed.id, 'asksOthers')
  scope: mixed
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: asksOthers.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource asksWell 'Microsoft.Web/sites@2024-04-01' = {
  name: 'asks-well'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: control-plane-role-only
        { name: 'AZURE_AI_INFERENCE_ENDPOINT', value: 'https://others.services.ai.azure.com/models' }
      ]
    }
  }
}

resource wellToOthers 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(others.id, 'asksWell')
  scope: others
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
    principalId: asksWell.identity.principalId
    principalType: 'ServicePrincipal'
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
        // nofix: control-plane-role-only "it is computed by `subscriptionResourceId"
        // ruleid: control-plane-role-only
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

// A Search service of the same name, at which the caller has the role that it needs there.
resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'oai'
  location: resourceGroup().location
  sku: { name: 'basic' }
  properties: { disableLocalAuth: true }
}

resource asker 'Microsoft.Web/sites@2024-04-01' = {
  name: 'asker'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: control-plane-role-only "which holds Reader there"
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource askerSearches 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, asker.id, 'index reader')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    principalId: asker.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource askerLooks 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, asker.id, 'reader')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
    principalId: asker.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
