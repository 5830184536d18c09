param anyIdentity object
@secure()
param anyKey string

resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: { disableLocalAuth: true }
}

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'worker'
  location: 'westeurope'
}

// ruleid: missing-system-identity "'bare' looks things up in 'docs.search.windows.net'"
resource bare 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'bare'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'bare', disableLocalAuth: true }
}

resource attached 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'attached'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  // ruleid: missing-system-identity
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: { customSubDomainName: 'attached', disableLocalAuth: true }
}

resource given 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'given'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  // ok: missing-system-identity
  identity: { type: 'systemassigned' }
  properties: { customSubDomainName: 'given', disableLocalAuth: true }
}

resource unknown 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'unknown'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  // unknown: missing-system-identity
  identity: anyIdentity
  properties: { customSubDomainName: 'unknown', disableLocalAuth: true }
}

// It is called, and calls nobody.
resource plain 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'plain'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'plain', disableLocalAuth: true }
}

resource keyed 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'keyed'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'keyed', disableLocalAuth: true }
}

resource chats 'Microsoft.Web/sites@2024-04-01' = [for name in ['bare', 'attached', 'given', 'unknown']: {
  name: 'chat-${name}'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://${name}.openai.azure.com/' }
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
      ]
    }
  }
}]

resource chatPlain 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat-plain'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://plain.openai.azure.com/' }
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
      ]
    }
  }
}

resource chatKeyed 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat-keyed'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://keyed.openai.azure.com/' }
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
        { name: 'AZURE_SEARCH_KEY', value: anyKey }
      ]
    }
  }
}

resource theirSearch 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'their-search'
}

@allowed(['None', 'UserAssigned'])
param eitherType string

resource either 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  // ruleid: missing-system-identity
  // nofix: missing-system-identity
  identity: { type: eitherType, userAssignedIdentities: { '${worker.id}': {} } }
  properties: { customSubDomainName: 'either', disableLocalAuth: true }
}

resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://${either.properties.customSubDomainName}.openai.azure.com/' }
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${theirSearch.name}.search.windows.net' }
      ]
    }
  }
}
