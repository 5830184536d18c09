param anyRole string

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'account'
  kind: 'AIServices'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'account'
    allowProjectManagement: true
    disableLocalAuth: true
  }
}

resource project 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'project'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource bare 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bare'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: missing-agent-role "which has no role there"
        { name: 'PROJECT_ENDPOINT', value: project.properties.endpoints['AI Foundry API'] }
        // The same call once more.
        // ok: missing-agent-role
        { name: 'AZURE_AI_PROJECT_ENDPOINT', value: 'https://account.services.ai.azure.com/api/projects/project' }
      ]
    }
  }
}

resource developer 'Microsoft.Web/sites@2024-04-01' = {
  name: 'developer'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: missing-agent-role "which holds Azure AI Developer there"
        { name: 'PROJECT_ENDPOINT', value: 'https://account.services.ai.azure.com/api/projects/project' }
      ]
    }
  }
}

resource developerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, developer.id, 'developer')
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '64702f94-c441-49e6-a78b-ef80e0188fee')
    principalId: developer.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// The role at the project is enough for the project.
resource user 'Microsoft.Web/sites@2024-04-01' = {
  name: 'user'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-agent-role
        { name: 'PROJECT_ENDPOINT', value: 'https://account.services.ai.azure.com/api/projects/project' }
      ]
    }
  }
}

resource userRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(project.id, user.id, 'user')
  scope: project
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '53ca6127-db72-4b80-b1b0-d745d6d5456d')
    principalId: user.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// One that only runs agents.
resource runner 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'runner'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    template: {
      containers: [
        {
          name: 'main'
          env: [
            // ok: missing-agent-role
            { name: 'AZURE_AI_AGENT_ENDPOINT', value: 'https://account.services.ai.azure.com/api/projects/project' }
          ]
        }
      ]
    }
  }
}

resource runnerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(project.id, runner.id, 'runtime')
  scope: project
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '142bfaed-a13f-4c2d-bed2-6db62c4a1009')
    principalId: runner.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Models of the account are another matter.
resource talker 'Microsoft.Web/sites@2024-04-01' = {
  name: 'talker'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-agent-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: account.properties.endpoint }
      ]
    }
  }
}

// It gets no token, which another rule says.
resource nobody 'Microsoft.Web/sites@2024-04-01' = {
  name: 'nobody'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-agent-role
        { name: 'PROJECT_ENDPOINT', value: 'https://account.services.ai.azure.com/api/projects/project' }
      ]
    }
  }
}

// Key of the account.
resource old 'Microsoft.Web/sites@2024-04-01' = {
  name: 'old'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-agent-role
        { name: 'PROJECT_ENDPOINT', value: 'https://account.services.ai.azure.com/api/projects/project' }
        { name: 'PROJECT_API_KEY', value: account.listKeys().key1 }
      ]
    }
  }
}

resource later 'Microsoft.Web/sites@2024-04-01' = {
  name: 'later'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: missing-agent-role
        { name: 'PROJECT_ENDPOINT', value: 'https://account.services.ai.azure.com/api/projects/project' }
      ]
    }
  }
}

resource laterRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, later.id, anyRole)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: later.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource shared 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'shared'

  resource theirs 'projects' existing = {
    name: 'theirs'
  }
}

resource guest 'Microsoft.Web/sites@2024-04-01' = {
  name: 'guest'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: missing-agent-role
        { name: 'PROJECT_ENDPOINT', value: shared::theirs.properties.endpoints['AI Foundry API'] }
      ]
    }
  }
}

// A project that calls another through a connection.
resource second 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'second'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource connection 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: second
  name: 'first'
  properties: {
    category: 'AIServices'
    authType: 'AAD'
    // ok: missing-agent-role
    target: 'https://account.services.ai.azure.com/api/projects/project'
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
        // ruleid: missing-agent-role
        { name: 'PROJECT_ENDPOINT', value: 'https://account.services.ai.azure.com/api/projects/project' }
      ]
    }
  }
}

resource eitherGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, 'eitherGrant', eitherRole)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: eitherMore.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
