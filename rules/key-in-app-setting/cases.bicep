// nocase: live Azure shows what came of a template, and not how it was written

param kind string
param elsewhere string
param extra object
param withKey bool
param searchId string = resourceId('Microsoft.Search/searchServices', 'docs')

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: {}
}

resource search 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
  location: resourceGroup().location
  properties: {}
}

resource speech 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'speech'
  location: resourceGroup().location
  kind: 'SpeechServices'
  properties: {}
}

resource any 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'any'
  location: resourceGroup().location
  kind: kind
  properties: {}
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: 'files'
}

resource older 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'older'
}

var openAiKey = oai.listKeys().key1

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ok: key-in-app-setting
          value: oai.properties.endpoint
        }
        {
          name: 'AZURE_OPENAI_API_KEY'
          // ruleid: key-in-app-setting "Setting 'AZURE_OPENAI_API_KEY' gets a key of oai by listKeys"
          value: oai.listKeys().key1
        }
        {
          name: 'BY_VARIABLE'
          // ruleid: key-in-app-setting
          value: openAiKey
        }
        {
          name: 'SEARCH_ADMIN'
          // ruleid: key-in-app-setting "gets a key of docs by listAdminKeys"
          value: search.listAdminKeys().primaryKey
        }
        {
          name: 'SEARCH_QUERY'
          // ruleid: key-in-app-setting "by listQueryKeys"
          value: search.listQueryKeys().value[0].key
        }
        {
          name: 'SEARCH_QUERY_KEY_NAME'
          // ok: key-in-app-setting
          value: search.listQueryKeys().value[0].name
        }
        {
          name: 'BY_ID'
          // ruleid: key-in-app-setting "gets a key of docs"
          value: listAdminKeys(searchId, '2025-05-01').primaryKey
        }
        {
          name: 'IN_A_TEXT'
          // ruleid: key-in-app-setting
          value: 'Endpoint=${oai.properties.endpoint};ApiKey=${oai.listKeys().key2}'
        }
        {
          name: 'IN_JSON'
          // ruleid: key-in-app-setting
          value: string({ endpoint: oai.properties.endpoint, key: openAiKey })
        }
        {
          name: 'PERHAPS'
          // ruleid: key-in-app-setting
          value: withKey ? openAiKey : ''
        }
        // Only whether there is a key.
        {
          name: 'HAS_KEY'
          // ok: key-in-app-setting
          value: empty(openAiKey) ? 'no' : 'yes'
        }
        {
          name: 'STORAGE_KEY'
          // ok: key-in-app-setting
          value: storage.listKeys().keys[0].value
        }
        {
          name: 'SPEECH_KEY'
          // ok: key-in-app-setting
          value: speech.listKeys().key1
        }
        // Of an account of unknown kind.
        {
          name: 'SOME_KEY'
          // unknown: key-in-app-setting
          value: any.listKeys().key1
        }
        {
          name: 'OLDER_KEY'
          // unknown: key-in-app-setting
          value: older.listKeys().key1
        }
        // What is only referred to is told by the name that its key gets.
        {
          name: 'AZURE_OPENAI_KEY'
          // ruleid: key-in-app-setting
          value: older.listKeys().key1
        }
        // Perhaps of another service.
        {
          name: 'ELSEWHERE'
          // unknown: key-in-app-setting
          value: listKeys(elsewhere, '2025-06-01').key1
        }
        {
          name: 'ELSEWHERE_SEARCH'
          // ruleid: key-in-app-setting
          value: listAdminKeys(elsewhere, '2025-05-01').primaryKey
        }
        // A key that is commented out is none:
        // { name: 'OLD_KEY', value: oai.listKeys().key1 }
        {
          name: 'BY_VAULT'
          // ok: key-in-app-setting
          value: '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/openai-key)'
        }
      ]
      connectionStrings: [
        {
          name: 'search'
          // ruleid: key-in-app-setting "Setting 'search'"
          connectionString: 'Endpoint=https://docs.search.windows.net;ApiKey=${search.listAdminKeys().primaryKey}'
          type: 'Custom'
        }
      ]
    }
  }
}

// As an object, merged of several.
resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: union(
    extra,
    {
      // ruleid: key-in-app-setting "Setting 'OPENAI'"
      OPENAI: openAiKey
    },
    withKey
      ? {
          // ruleid: key-in-app-setting "Setting 'SEARCH'"
          // nofix: key-in-app-setting "it depends on a condition"
          SEARCH: search.listAdminKeys().primaryKey
        }
      : {}
  )
}

var names = ['ONE', 'TWO']

resource slot 'Microsoft.Web/sites/slots@2024-04-01' = {
  parent: site
  name: 'next'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        for name in names: {
          name: name
          // ruleid: key-in-app-setting
          value: openAiKey
        }
      ]
    }
  }
}

resource container 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'api'
  location: resourceGroup().location
  properties: {
    configuration: {
      secrets: [
        {
          name: 'openai'
          // ruleid: key-in-app-setting "Setting 'openai'"
          value: openAiKey
        }
        {
          name: 'vaulted'
          // ok: key-in-app-setting
          keyVaultUrl: 'https://kv.vault.azure.net/secrets/openai'
          identity: 'system'
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'api'
          image: 'api:1'
          env: [
            {
              name: 'AZURE_OPENAI_KEY'
              // ok: key-in-app-setting
              secretRef: 'openai'
            }
            {
              name: 'SEARCH'
              // ruleid: key-in-app-setting
              value: search.listAdminKeys().primaryKey
            }
          ]
        }
      ]
    }
  }
}

resource group 'Microsoft.ContainerInstance/containerGroups@2023-05-01' = {
  name: 'batch'
  location: resourceGroup().location
  properties: {
    osType: 'Linux'
    containers: [
      {
        name: 'batch'
        properties: {
          image: 'batch:1'
          resources: { requests: { cpu: 1, memoryInGB: 1 } }
          environmentVariables: [
            {
              name: 'OPENAI'
              // ruleid: key-in-app-setting
              secureValue: openAiKey
            }
          ]
        }
      }
    ]
  }
}

// Elsewhere is the business of other rules.
resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: 'kv'

  resource secret 'secrets' = {
    name: 'openai'
    properties: {
      // ok: key-in-app-setting
      value: openAiKey
    }
  }
}

resource off 'Microsoft.Web/staticSites/config@2024-04-01' = if (false) {
  name: 'web/appsettings'
  properties: {
    // ok: key-in-app-setting
    OPENAI: openAiKey
  }
}

resource static 'Microsoft.Web/STATICSITES/config@2024-04-01' = {
  name: 'web/functionappsettings'
  properties: {
    // ruleid: key-in-app-setting
    OPENAI: openAiKey
  }
}

// A deployment script has an identity: it needs no key to call.
@secure()
param password string

resource script 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'load'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.60.0'
    retentionInterval: 'PT1H'
    scriptContent: 'python load.py'
    environmentVariables: [
      {
        name: 'OPEN_AI_KEY'
        // ruleid: key-in-app-setting "'OPEN_AI_KEY' of a deployment script gets a key"
        secureValue: openAiKey
      }
      {
        name: 'PASSWORD'
        // ok: key-in-app-setting
        secureValue: password
      }
    ]
  }
}

// What is written, and comes from no function, is the business of another rule.
resource written 'Microsoft.Web/staticSites/config@2024-04-01' = {
  name: 'other/appsettings'
  properties: {
    // ok: key-in-app-setting
    AZURE_OPENAI_KEY: 'abc'
  }
}

@allowed(['OpenAI', 'AIServices'])
param eitherKind string

resource eitherAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: eitherKind
  properties: { customSubDomainName: 'either' }
}

// Whichever it is.
resource eitherSite 'Microsoft.Web/sites@2024-04-01' = {
  name: 'either-site'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'SOME_KEY'
          // ruleid: key-in-app-setting
          value: eitherAccount.listKeys().key1
        }
      ]
    }
  }
}
