param anyIdentity object
param anyEndpoint string
param asItself bool
@secure()
param anyKey string

@allowed(['SystemAssigned', 'None'])
param identityType string

var endpoint = 'https://oai.openai.azure.com/'

// ruleid: caller-without-identity "'bare' calls oai.openai.azure.com without a key"
resource bare 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bare'
  location: 'westeurope'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
      ]
    }
  }
}

resource none 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'none'
  location: 'westeurope'
  // ruleid: caller-without-identity
  identity: { type: 'NONE' }
  properties: {
    template: {
      containers: [
        {
          name: 'web'
          image: 'web'
          env: [
            { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://srch.search.windows.net' }
          ]
        }
      ]
    }
  }
}

// ruleid: caller-without-identity
resource nulled 'Microsoft.App/jobs@2025-01-01' = {
  name: 'nulled'
  location: 'westeurope'
  identity: null
  properties: {
    template: {
      containers: [
        { name: 'run', image: 'run', env: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
      ]
    }
  }
}

resource given 'Microsoft.Web/sites@2024-04-01' = {
  name: 'given'
  location: 'westeurope'
  // ok: caller-without-identity
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
  }
}

// With a key it needs none.
resource keyed 'Microsoft.Web/sites@2024-04-01' = {
  name: 'keyed'
  location: 'westeurope'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'AZURE_OPENAI_API_KEY', value: anyKey }
      ]
    }
  }
}

// Nor with the secret of an application.
// ok: caller-without-identity
resource application 'Microsoft.Web/sites@2024-04-01' = {
  name: 'application'
  location: 'westeurope'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'AZURE_CLIENT_SECRET', value: anyKey }
      ]
    }
  }
}

// The secret may be the key.
// unknown: caller-without-identity
resource secretive 'Microsoft.Web/sites@2024-04-01' = {
  name: 'secretive'
  location: 'westeurope'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'MODEL_ACCESS', value: '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/x)' }
      ]
    }
  }
}

// This one is for something else.
// ruleid: caller-without-identity
resource otherSecret 'Microsoft.Web/sites@2024-04-01' = {
  name: 'other-secret'
  location: 'westeurope'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'POSTGRES_PASSWORD', value: '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/x)' }
      ]
    }
  }
}

resource unknownIdentity 'Microsoft.Web/sites@2024-04-01' = {
  name: 'unknown-identity'
  location: 'westeurope'
  // unknown: caller-without-identity
  identity: anyIdentity
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
  }
}

resource chosen 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chosen'
  location: 'westeurope'
  // unknown: caller-without-identity
  identity: { type: identityType }
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
  }
}

resource conditional 'Microsoft.Web/sites@2024-04-01' = {
  name: 'conditional'
  location: 'westeurope'
  // unknown: caller-without-identity
  identity: asItself ? { type: 'SystemAssigned' } : null
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
  }
}

// It may be the address of something that is not Azure's.
// unknown: caller-without-identity
resource anywhere 'Microsoft.Web/sites@2024-04-01' = {
  name: 'anywhere'
  location: 'westeurope'
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: anyEndpoint }] }
  }
}

resource elsewhere 'Microsoft.Web/sites@2024-04-01' = {
  name: 'elsewhere'
  location: 'westeurope'
  properties: {
    siteConfig: { appSettings: [{ name: 'OPENAI_API_BASE', value: 'https://api.openai.com/v1' }] }
  }
}

resource there 'Microsoft.Web/sites@2024-04-01' existing = {
  name: 'there'
}

resource settingsOfThere 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: there
  name: 'appsettings'
  properties: {
    AZURE_OPENAI_ENDPOINT: endpoint
  }
}

// The endpoint stands in the settings.
// ruleid: caller-without-identity "'split' calls"
resource split 'Microsoft.Web/sites@2024-04-01' = {
  name: 'split'
  location: 'westeurope'
  properties: {}

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      azure_openai_endpoint: endpoint
    }
  }
}

// ruleid: caller-without-identity
resource many 'Microsoft.Web/sites@2024-04-01' = [for i in range(0, 2): {
  name: 'many-${i}'
  location: 'westeurope'
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
  }
}]

// A policy asks for a token that nobody can get.
// ruleid: caller-without-identity "'gateway' calls"
resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'gateway'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  properties: { publisherEmail: 'a@b.example', publisherName: 'a' }

  resource backend 'backends' = {
    name: 'oai'
    properties: {
      protocol: 'http'
      url: '${endpoint}openai'
      #disable-next-line BCP037
      credentials: { managedIdentity: { resource: 'https://cognitiveservices.azure.com' } }
    }
  }
}

// A project is no workload of this kind.
resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'acc'
  location: 'westeurope'
  kind: 'AIServices'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'acc', disableLocalAuth: true }

  resource connection 'connections' = {
    name: 'search'
    properties: {
      category: 'CognitiveSearch'
      target: 'https://srch.search.windows.net'
      authType: 'AAD'
    }
  }
}

param wanted bool

// ruleid: caller-without-identity
resource perhapsMore 'Microsoft.Web/sites@2024-04-01' = if (wanted) {
  name: 'perhapsmore'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
      ]
    }
  }
}
