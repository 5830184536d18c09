param anyRole string
param withRole bool
param setUp string
param wanted bool
param otherwise bool
param names array = ['first', 'second']

var openAiUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
var owner = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
var speechUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'f2dc8367-1007-4938-bd23-fe263f013447')

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  kind: 'OpenAI'
  properties: {
    customSubDomainName: 'oai'
    disableLocalAuth: true
  }
}

// Nobody gave it a role.
resource bare 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bare'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: missing-inference-role "'bare' calls the models of 'oai' as 'bare', which has no role there"
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
        // The same call once more.
        // ok: missing-inference-role
        { name: 'AZURE_OPENAI_SERVICE', value: oai.name }
      ]
    }
  }
}

resource chat 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource chatRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, chat.id, 'user')
  scope: oai
  properties: {
    roleDefinitionId: openAiUser
    principalId: chat.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// The role is inherited from the resource group.
resource inherits 'Microsoft.Web/sites@2024-04-01' = {
  name: 'inherits'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://OAI.openai.azure.com/' }
      ]
    }
  }
}

resource inheritsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, inherits.id, 'user')
  properties: {
    roleDefinitionId: openAiUser
    principalId: inherits.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// The client id chooses the identity that has a role; the other would not.
resource mine 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'mine'
  location: resourceGroup().location
}

resource mineRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, mine.id, 'user')
  scope: oai
  properties: {
    roleDefinitionId: openAiUser
    principalId: mine.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource chosen 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'chosen'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${mine.id}': {} } }
  properties: {
    template: {
      containers: [
        {
          name: 'main'
          env: [
            { name: 'AZURE_CLIENT_ID', value: mine.properties.clientId }
            // ok: missing-inference-role
            { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
          ]
        }
      ]
    }
  }
}

resource notChosen 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'not-chosen'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned,UserAssigned', userAssignedIdentities: { '${mine.id}': {} } }
  properties: {
    template: {
      containers: [
        {
          name: 'main'
          env: [
            // ruleid: missing-inference-role "as 'not-chosen'"
            { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
          ]
        }
      ]
    }
  }
}

// Other ways to write the same.
resource packed 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'packed'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: toObject([mine.id], id => id, id => {}) }
  properties: {
    template: {
      containers: [
        {
          name: 'main'
          env: [
            { name: 'AZURE_CLIENT_ID', value: mine.properties.clientId }
            // ok: missing-inference-role
            { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
          ]
        }
      ]
    }
  }
}

resource written 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'written'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: json('{"${mine.id}": {}}') }
  properties: {
    template: {
      containers: [
        {
          name: 'main'
          env: [
            { name: 'APP_IDENTITY', value: mine.properties.clientId }
            // ok: missing-inference-role
            { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
          ]
        }
      ]
    }
  }
}

// Scripts that hand the endpoint on ask for no token.
resource handsOn 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'hands-on'
  location: resourceGroup().location
  kind: 'AzureCLI'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${other.id}': {} } }
  properties: {
    azCliVersion: '2.61.0'
    retentionInterval: 'P1D'
    scriptContent: 'helm install chat ./chat --set endpoint=$AZURE_OPENAI_ENDPOINT'
    environmentVariables: [
      // ok: missing-inference-role
      { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
    ]
  }
}

resource asks 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'asks'
  location: resourceGroup().location
  kind: 'AzureCLI'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${other.id}': {} } }
  properties: {
    azCliVersion: '2.61.0'
    retentionInterval: 'P1D'
    scriptContent: 'curl -H "Authorization: Bearer $(az account get-access-token --query accessToken)" $AZURE_OPENAI_ENDPOINT/openai/models'
    environmentVariables: [
      // ruleid: missing-inference-role "as 'other'"
      { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
    ]
  }
}

resource other 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'other'
  location: resourceGroup().location
}

// Without a client id it gets no token at all, which another rule says.
resource noToken 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'no-token'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${mine.id}': {} } }
  properties: {
    template: {
      containers: [
        {
          name: 'main'
          env: [
            // ok: missing-inference-role
            { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
          ]
        }
      ]
    }
  }
}

// Roles of the control plane do not help.
resource manager 'Microsoft.Web/sites@2024-04-01' = {
  name: 'manager'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource managerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, manager.id, 'owner')
  scope: oai
  properties: {
    roleDefinitionId: owner
    principalId: manager.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A key needs no role.
resource old 'Microsoft.Web/sites@2024-04-01' = {
  name: 'old'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
        { name: 'AZURE_OPENAI_API_KEY', value: oai.listKeys().key1 }
      ]
    }
  }
}

resource perhapsGranted 'Microsoft.Web/sites@2024-04-01' = {
  name: 'perhaps-granted'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource perhapsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (withRole) {
  name: guid(oai.id, perhapsGranted.id, 'user')
  scope: oai
  properties: {
    roleDefinitionId: openAiUser
    principalId: perhapsGranted.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource someRole 'Microsoft.Web/sites@2024-04-01' = {
  name: 'some-role'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource someRoleAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, someRole.id, anyRole)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: someRole.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// Which identity it has is said when it is deployed.
resource anyIdentity 'Microsoft.Web/sites@2024-04-01' = {
  name: 'any-identity'
  location: resourceGroup().location
  identity: { type: setUp }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

// What roles there are on an account of somebody else, only Azure knows.
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
        // unknown: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: shared.properties.endpoint }
        // unknown: missing-inference-role
        { name: 'SECOND_OPENAI_ENDPOINT', value: 'https://far-away.openai.azure.com' }
      ]
    }
  }
}

// One of the members may be the caller.
resource team 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'team'
  kind: 'AIServices'
  properties: {
    customSubDomainName: 'team'
    disableLocalAuth: true
  }
}

resource teamRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(team.id, 'team')
  scope: team
  properties: {
    roleDefinitionId: openAiUser
    principalId: '8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
    principalType: 'Group'
  }
}

resource member 'Microsoft.Web/sites@2024-04-01' = {
  name: 'member'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: team.properties.endpoint }
      ]
    }
  }
}

// Another service of the account, with the role for it.
resource voices 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'voices'
  kind: 'AIServices'
  properties: {
    customSubDomainName: 'voices'
    disableLocalAuth: true
  }
}

resource speaker 'Microsoft.Web/sites@2024-04-01' = {
  name: 'speaker'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-inference-role
        { name: 'AZURE_SPEECH_ENDPOINT', value: voices.properties.endpoint }
      ]
    }
  }
}

resource speakerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(voices.id, speaker.id, 'speech')
  scope: voices
  properties: {
    roleDefinitionId: speechUser
    principalId: speaker.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A project looks its models up by itself.
resource project 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: voices
  name: 'project'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource connection 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: project
  name: 'models'
  properties: {
    category: 'AzureOpenAI'
    authType: 'AAD'
    // ok: missing-inference-role
    target: oai.properties.endpoint
  }
}

resource each 'Microsoft.Web/sites@2024-04-01' = [for name in names: {
  name: name
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: missing-inference-role "'first' calls"
        // nofix: missing-inference-role "`each` is declared in a loop"
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}]

// The role comes and goes with the one who calls.
resource together 'Microsoft.Web/sites@2024-04-01' = if (wanted) {
  name: 'together'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource togetherRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (wanted) {
  name: guid(oai.id, together.id, openAiUser)
  scope: oai
  properties: {
    roleDefinitionId: openAiUser
    principalId: together!.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource apart 'Microsoft.Web/sites@2024-04-01' = if (wanted) {
  name: 'apart'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: missing-inference-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource apartRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (otherwise) {
  name: guid(oai.id, apart.id, openAiUser)
  scope: oai
  properties: {
    roleDefinitionId: openAiUser
    principalId: apart!.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['1407120a-92aa-4202-b7e9-c0e197c71c8f', '7ca78c08-252a-4471-8644-bb5ff32d4ba0'])
param eitherRole string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: missing-inference-role
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
