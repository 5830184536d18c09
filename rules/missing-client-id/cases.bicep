param anyClientId string
param anySettings object
param own bool

var endpoint = 'https://oai.openai.azure.com/'

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'worker'
  location: 'westeurope'
}

resource other 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'other'
  location: 'westeurope'
}

resource silent 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'silent'
  location: 'westeurope'
  // ruleid: missing-client-id "'silent' has user-assigned identities only"
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    template: {
      containers: [
        { name: 'web', image: 'web', env: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
      ]
    }
  }
}

resource named 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'named'
  location: 'westeurope'
  // ok: missing-client-id
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    template: {
      containers: [
        {
          name: 'web'
          image: 'web'
          env: [
            { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
            { name: 'azure_client_id', value: worker.properties.clientId }
          ]
        }
      ]
    }
  }
}

// The code reads a name of its own.
resource ownName 'Microsoft.Web/sites@2024-04-01' = {
  name: 'own-name'
  location: 'westeurope'
  // ok: missing-client-id
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'APP_IDENTITY', value: worker.properties.clientId }
      ]
    }
  }
}

// The client id of another identity names none that is attached.
resource ofOther 'Microsoft.Web/sites@2024-04-01' = {
  name: 'of-other'
  location: 'westeurope'
  // ruleid: missing-client-id
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'APP_IDENTITY', value: other.properties.clientId }
      ]
    }
  }
}

// Without a client id, the one of its own signs in.
resource both 'Microsoft.Web/sites@2024-04-01' = {
  name: 'both'
  location: 'westeurope'
  // ok: missing-client-id
  identity: { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
  }
}

resource keyed 'Microsoft.Web/sites@2024-04-01' = {
  name: 'keyed'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'AZURE_OPENAI_KEY', value: 'x' }
      ]
    }
  }
}

resource empty 'Microsoft.Web/sites@2024-04-01' = {
  name: 'empty'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // ruleid: missing-client-id "is set to an empty text"
        { name: 'AZURE_CLIENT_ID', value: '' }
      ]
    }
  }
}

resource perhapsEmpty 'Microsoft.Web/sites@2024-04-01' = {
  name: 'perhaps-empty'
  location: 'westeurope'
  identity: { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // unknown: missing-client-id
        { name: 'AZURE_CLIENT_ID', value: own ? '' : worker.properties.clientId }
      ]
    }
  }
}

resource given 'Microsoft.Web/sites@2024-04-01' = {
  name: 'given'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // unknown: missing-client-id
        { name: 'AZURE_CLIENT_ID', value: anyClientId }
      ]
    }
  }
}

resource moreSettings 'Microsoft.Web/sites@2024-04-01' = {
  name: 'more-settings'
  location: 'westeurope'
  // unknown: missing-client-id
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {}

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(anySettings, { AZURE_OPENAI_ENDPOINT: endpoint })
  }
}

resource typed 'Microsoft.Web/sites@2024-04-01' = {
  name: 'typed'
  location: 'westeurope'
  // ruleid: missing-client-id
  identity: { type: 'UserAssigned', userAssignedIdentities: json('{\'${worker.id}\': {}}') }
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }] }
  }
}

// What an account does for its projects is not asked here.
resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'acc'
  location: 'westeurope'
  kind: 'AIServices'
  sku: { name: 'S0' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
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

// The service of the identity endpoint picks the only one.
resource machine 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'machine'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {}
}

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'gateway'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  // ruleid: missing-client-id "'gateway' has"
  // nofix: missing-client-id "not known"
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: { publisherEmail: 'a@b.example', publisherName: 'a' }

  resource policy 'policies' = {
    name: 'policy'
    properties: {
      format: 'rawxml'
      value: '<policies><inbound><set-backend-service base-url="https://oai.openai.azure.com/openai" /><authentication-managed-identity resource="https://cognitiveservices.azure.com" /></inbound></policies>'
    }
  }
}

resource moreIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'more-identity'
  location: resourceGroup().location
}

param wanted bool

resource perhapsMore 'Microsoft.Web/sites@2024-04-01' = if (wanted) {
  name: 'perhapsmore'
  location: resourceGroup().location
  // ruleid: missing-client-id
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${moreIdentity.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
      ]
    }
  }
}

resource eachMore 'Microsoft.Web/sites@2024-04-01' = [for each in ['each-a', 'each-b']: {
  name: each
  location: resourceGroup().location
  // ruleid: missing-client-id
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${moreIdentity.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
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
  // ruleid: missing-client-id
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${moreIdentity.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: eitherEndpoint }
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
  // ruleid: missing-client-id
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${moreIdentity.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: theirAccount.properties.endpoint }
      ]
    }
  }
}
