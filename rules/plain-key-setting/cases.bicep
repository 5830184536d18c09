// nocase: existing a text stands for itself and refers to no service

@secure()
param secret string
param plain string
param vault string
@allowed(['', 'abc'])
param choice string
@secure()
param none string = ''
param written string = 'abc'

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: {}
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_API_KEY'
          // ruleid: plain-key-setting "Setting 'AZURE_OPENAI_API_KEY' holds a key as plain text"
          value: '0123456789abcdef'
        }
        {
          name: 'AzureSearch__AdminKey'
          // ruleid: plain-key-setting
          value: written
        }
        // Empty is none.
        {
          name: 'AZURE_SEARCH_KEY'
          // ok: plain-key-setting
          value: ''
        }
        {
          name: 'AZURE_SEARCH_API_KEY'
          // ok: plain-key-setting
          value: none
        }
        {
          name: 'OPENAI_API_KEY'
          // ok: plain-key-setting
          value: '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/openai)'
        }
        {
          name: 'OPENAI_KEY'
          // ok: plain-key-setting
          value: '@microsoft.keyvault(VaultName=${vault};SecretName=openai)'
        }
        // Not known.
        {
          name: 'AZURE_OPENAI_KEY'
          // unknown: plain-key-setting
          value: secret
        }
        {
          name: 'AZURE_AI_SERVICES_KEY'
          // unknown: plain-key-setting
          value: plain
        }
        {
          name: 'FOUNDRY_KEY'
          // unknown: plain-key-setting
          value: choice
        }
        // Perhaps, but then surely a text.
        {
          name: 'COGNITIVE_KEY'
          // ruleid: plain-key-setting
          value: 'a${plain}'
        }
        // Keys that are listed are the business of another rule.
        {
          name: 'AZURE_OPENAI_EMBEDDING_KEY'
          // ok: plain-key-setting
          value: oai.listKeys().key1
        }
        // Other names.
        {
          name: 'AZURE_OPENAI_KEY_NAME'
          // ok: plain-key-setting
          value: 'openai'
        }
        {
          name: 'STRIPE_KEY'
          // ok: plain-key-setting
          value: 'abc'
        }
        {
          name: 'USE_OPENAI_KEY'
          // ok: plain-key-setting
          value: true
        }
      ]
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: {
    // ruleid: plain-key-setting
    AZURE_SEARCH_KEY: 'abc'
    // ok: plain-key-setting
    AZURE_SEARCH_ENDPOINT: 'https://docs.search.windows.net'
  }
}

resource job 'Microsoft.App/jobs@2025-01-01' = {
  name: 'index'
  location: resourceGroup().location
  properties: {
    configuration: {
      triggerType: 'Manual'
      replicaTimeout: 60
      secrets: [
        {
          name: 'search-key'
          // ruleid: plain-key-setting "Secret 'search-key' of the application"
          value: 'abc'
        }
        // What a secure parameter is given stands nowhere in plain text, and is kept as a secret.
        {
          name: 'azure-openai-key'
          // ok: plain-key-setting
          value: secret
        }
        {
          name: 'foundry-key'
          // ok: plain-key-setting
          value: 'k-${secret}'
        }
        {
          name: 'search-admin-key'
          // unknown: plain-key-setting
          value: plain
        }
        {
          name: 'search-api-key'
          // ruleid: plain-key-setting
          value: written
        }
        {
          name: 'openai-key'
          // ok: plain-key-setting
          keyVaultUrl: 'https://kv.vault.azure.net/secrets/openai'
          identity: 'system'
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'index'
          image: 'index:1'
          env: [
            {
              name: 'AZURE_SEARCH_KEY'
              // ok: plain-key-setting
              secretRef: 'search-key'
            }
            {
              name: 'AZURE_OPENAI_KEY'
              // ruleid: plain-key-setting
              value: 'abc'
            }
          ]
        }
      ]
    }
  }
}

resource group 'Microsoft.ContainerInstance/containerGroups@2023-05-01' = [
  for name in ['a', 'b']: {
    name: name
    location: resourceGroup().location
    properties: {
      osType: 'Linux'
      containers: [
        {
          name: name
          properties: {
            image: 'batch:1'
            resources: { requests: { cpu: 1, memoryInGB: 1 } }
            environmentVariables: [
              {
                name: 'AZURE_OPENAI_KEY'
                // ruleid: plain-key-setting
                value: 'abc'
              }
              {
                name: 'AZURE_SEARCH_KEY'
                // ok: plain-key-setting
                secureValue: secret
              }
            ]
          }
        }
      ]
    }
  }
]

// A secret of a vault is no setting.
resource vaulted 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  name: 'kv/openai'
  properties: {
    // ok: plain-key-setting
    value: secret
  }
}
