param anySettings object
param anyIdentity object
@secure()
param secret string

var endpoint = 'https://oai.openai.azure.com/'

resource secretive 'Microsoft.Web/sites@2024-04-01' = {
  name: 'secretive'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'AZURE_TENANT_ID', value: tenant().tenantId }
        { name: 'AZURE_CLIENT_ID', value: '22222222-2222-2222-2222-222222222222' }
        // ruleid: client-secret-beats-identity "in the settings of 'secretive'"
        { name: 'azure_client_secret', value: secret }
      ]
    }
  }
}

resource certified 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'certified'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    template: {
      containers: [
        {
          name: 'web'
          image: 'web'
          env: [
            { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
            // ruleid: client-secret-beats-identity
            { name: 'AZURE_CLIENT_CERTIFICATE_PATH', value: '/mnt/app.pem' }
          ]
        }
      ]
    }
  }
}

resource referred 'Microsoft.App/jobs@2025-01-01' = {
  name: 'referred'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    configuration: {
      triggerType: 'Manual'
      replicaTimeout: 60
      secrets: [{ name: 'app', value: secret }]
    }
    template: {
      containers: [
        {
          name: 'run'
          image: 'run'
          env: [
            { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
            // ruleid: client-secret-beats-identity
            { name: 'AZURE_CLIENT_SECRET', secretRef: 'app' }
          ]
        }
      ]
    }
  }
}

resource plain 'Microsoft.Web/sites@2024-04-01' = {
  name: 'plain'
  location: 'westeurope'
  // ok: client-secret-beats-identity
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
  }
}

resource empty 'Microsoft.Web/sites@2024-04-01' = {
  name: 'empty'
  location: 'westeurope'
  // ok: client-secret-beats-identity
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'AZURE_CLIENT_SECRET', value: '' }
      ]
    }
  }
}

// It has nothing else to sign in with.
resource application 'Microsoft.Web/sites@2024-04-01' = {
  name: 'application'
  location: 'westeurope'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'AZURE_CLIENT_SECRET', value: secret }
      ]
    }
  }
}

resource perhaps 'Microsoft.Web/sites@2024-04-01' = {
  name: 'perhaps'
  location: 'westeurope'
  identity: anyIdentity
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // unknown: client-secret-beats-identity
        { name: 'AZURE_CLIENT_SECRET', value: secret }
      ]
    }
  }
}

resource more 'Microsoft.Web/sites@2024-04-01' = {
  name: 'more'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {}

  resource settings 'config' = {
    name: 'appsettings'
    // unknown: client-secret-beats-identity
    properties: union(anySettings, { AZURE_OPENAI_ENDPOINT: endpoint })
  }
}

// It calls no service that this is about.
resource elsewhere 'Microsoft.Web/sites@2024-04-01' = {
  name: 'elsewhere'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_CLIENT_SECRET', value: secret }
      ]
    }
  }
}

param wanted bool

resource perhapsMore 'Microsoft.Web/sites@2024-04-01' = if (wanted) {
  name: 'perhapsmore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
        // ruleid: client-secret-beats-identity
        { name: 'AZURE_CLIENT_SECRET', value: 'abc' }
      ]
    }
  }
}

resource eachMore 'Microsoft.Web/sites@2024-04-01' = [for each in ['each-a', 'each-b']: {
  name: each
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
        // ruleid: client-secret-beats-identity
        { name: 'AZURE_CLIENT_SECRET', value: 'abc' }
      ]
    }
  }
}]

@allowed(['https://a.openai.azure.com/', 'https://b.openai.azure.com/'])
param eitherEndpoint string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: eitherEndpoint }
        // ruleid: client-secret-beats-identity
        { name: 'AZURE_CLIENT_SECRET', value: 'abc' }
      ]
    }
  }
}

resource theirAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'their-account'
}

resource ofTheirs 'Microsoft.Web/sites@2024-04-01' = {
  name: 'oftheirs'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: theirAccount.properties.endpoint }
        // ruleid: client-secret-beats-identity
        { name: 'AZURE_CLIENT_SECRET', value: 'abc' }
      ]
    }
  }
}
