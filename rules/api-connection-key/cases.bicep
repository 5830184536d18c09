// nocase: existing a connection stands for itself and refers to no service

param api string
@secure()
param key string
param values object
param name string

var connectors = '/subscriptions/s/providers/Microsoft.Web/locations/westeurope/managedApis'

resource openAi 'Microsoft.Web/connections@2016-06-01' = {
  name: 'openai'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureopenai' }
    // ruleid: api-connection-key "Connection 'openai' keeps a key"
    parameterValues: {
      azureOpenAIResourceName: 'oai'
      azureOpenAIApiKey: 'abc'
    }
  }
}

resource search 'Microsoft.Web/connections@2016-06-01' = {
  name: 'search'
  location: resourceGroup().location
  properties: {
    api: { id: subscriptionResourceId('Microsoft.Web/locations/managedApis', 'westeurope', 'AzureAISearch') }
    // ruleid: api-connection-key
    parameterValues: {
      searchEndpoint: 'https://docs.search.windows.net'
      adminKey: listAdminKeys(resourceId('Microsoft.Search/searchServices', 'docs'), '2025-05-01').primaryKey
    }
  }
}

resource grouped 'Microsoft.Web/connections@2016-06-01' = {
  name: 'grouped'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/cognitiveservicestextanalytics' }
    parameterValueSet: {
      // ruleid: api-connection-key
      name: 'keyBasedAuthentication'
      values: {
        siteUrl: { value: 'https://ai.cognitiveservices.azure.com' }
        apiKey: { value: 'abc' }
      }
    }
  }
}

resource empty 'Microsoft.Web/connections@2016-06-01' = {
  name: 'empty'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureopenai' }
    // ok: api-connection-key
    parameterValues: { azureOpenAIResourceName: 'oai', azureOpenAIApiKey: '' }
  }
}

// ok: api-connection-key
resource none 'Microsoft.Web/connections@2016-06-01' = {
  name: 'none'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureaisearch' }
    parameterValueSet: {
      name: 'anonymous'
      values: { siteUrl: { value: 'https://docs.search.windows.net' }, apiKey: { value: '' } }
    }
  }
}

// ok: api-connection-key
resource managed 'Microsoft.Web/connections@2016-06-01' = {
  name: 'managed'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureaisearch' }
    parameterValueSet: {
      name: 'ManagedIdentityAuth'
      values: {}
    }
  }
}

// ok: api-connection-key
resource alternative 'Microsoft.Web/connections@2016-06-01' = {
  name: 'alternative'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureopenai' }
    parameterValueType: 'Alternative'
  }
}

resource storage 'Microsoft.Web/connections@2016-06-01' = {
  name: 'files'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureblob' }
    // ok: api-connection-key
    parameterValues: { accountName: 'files', accessKey: 'abc' }
  }
}

resource tables 'Microsoft.Web/connections@2016-06-01' = {
  name: 'tables'
  location: resourceGroup().location
  properties: {
    api: { id: '${subscription().id}/providers/Microsoft.Web/locations/westeurope/managedApis/azuretables' }
    // ok: api-connection-key
    parameterValues: { storageaccount: 'files', sharedkey: 'abc' }
  }
}

// Whether the key is empty can't be told.
resource perhaps 'Microsoft.Web/connections@2016-06-01' = {
  name: 'perhaps'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureopenai' }
    // unknown: api-connection-key
    parameterValues: { azureOpenAIResourceName: 'oai', azureOpenAIApiKey: key }
  }
}

resource all 'Microsoft.Web/connections@2016-06-01' = {
  name: 'all'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureopenai' }
    // unknown: api-connection-key
    parameterValues: values
  }
}

// unknown: api-connection-key
resource byHand 'Microsoft.Web/connections@2016-06-01' = {
  name: 'by-hand'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureopenai' }
  }
}

resource toWhat 'Microsoft.Web/connections@2016-06-01' = {
  name: 'to-what'
  location: resourceGroup().location
  properties: {
    api: { id: api }
    // unknown: api-connection-key
    parameterValues: { someKey: 'abc' }
  }
}

resource byName 'Microsoft.Web/connections@2016-06-01' = {
  name: 'by-name'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureaisearch' }
    parameterValueSet: {
      // unknown: api-connection-key
      name: name
      values: { adminKey: { value: 'abc' } }
    }
  }
}

@allowed(['abc', 'def'])
param eitherKey string

// Whichever it is.
resource eitherMore 'Microsoft.Web/connections@2016-06-01' = {
  name: 'either-more'
  location: resourceGroup().location
  properties: {
    api: { id: '${connectors}/azureopenai' }
    // ruleid: api-connection-key
    parameterValues: { azureOpenAIResourceName: 'oai', azureOpenAIApiKey: eitherKey }
  }
}
