param authType string
param category string
@allowed(['ApiKey', 'AccountKey'])
param keyed string

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'hub'

  resource project 'projects' existing = {
    name: 'chat'
  }
}

resource openAi 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'openai'
  properties: {
    category: 'AzureOpenAI'
    // ruleid: connection-with-key "(AzureOpenAI) signs in by ApiKey"
    authType: 'ApiKey'
    target: 'https://oai.openai.azure.com/'
    credentials: { key: 'abc' }
  }
}

resource search 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: account::project
  name: 'search'
  properties: {
    category: 'CognitiveSearch'
    // ruleid: connection-with-key
    authType: 'CustomKeys'
    target: 'https://docs.search.windows.net'
  }
}

resource files 'Microsoft.MachineLearningServices/workspaces/connections@2024-10-01' = [
  for name in ['one', 'two']: {
    name: 'ws/${name}'
    properties: {
      CATEGORY: 'azureblob'
      // ruleid: connection-with-key
      AUTHTYPE: 'accountkey'
      target: 'https://files.blob.core.windows.net'
    }
  }
]

// Whichever it is.
resource either 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'either'
  properties: {
    category: 'AIServices'
    // ruleid: connection-with-key
    // nofix: connection-with-key "gets its value when it is deployed"
    authType: keyed
    target: 'https://ai.cognitiveservices.azure.com/'
  }
}

resource keyless 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'keyless'
  properties: {
    category: 'CognitiveSearch'
    // ok: connection-with-key
    authType: 'AAD'
    target: 'https://docs.search.windows.net'
  }
}

// Bing takes nothing but keys.
resource bing 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'bing'
  properties: {
    category: 'GroundingWithBingSearch'
    // ok: connection-with-key
    authType: 'ApiKey'
    target: 'https://api.bing.microsoft.com/'
  }
}

resource insights 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'insights'
  properties: {
    category: 'AppInsights'
    // ok: connection-with-key
    authType: 'ApiKey'
    target: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Insights/components/i'
  }
}

resource gateway 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'gateway'
  properties: {
    category: 'ApiManagement'
    // ruleid: connection-with-key "reaches its gateway by ApiKey"
    authType: 'ApiKey'
    target: 'https://apim.azure-api.net/openai'
  }
}

resource perhaps 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'perhaps'
  properties: {
    category: 'AzureOpenAI'
    // unknown: connection-with-key
    authType: authType
    target: 'https://oai.openai.azure.com/'
  }
}

resource ofWhat 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'of-what'
  properties: {
    category: category
    // unknown: connection-with-key
    authType: 'ApiKey'
    target: 'https://oai.openai.azure.com/'
  }
}

// The known part decides alone.
resource certain 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'certain'
  properties: {
    category: category
    // ok: connection-with-key
    authType: 'AAD'
    target: 'https://oai.openai.azure.com/'
  }
}

// unknown: connection-with-key
resource silent 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'silent'
  properties: {
    category: 'AzureOpenAI'
    target: 'https://oai.openai.azure.com/'
  }
}

// ok: connection-with-key
resource there 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' existing = {
  parent: account
  name: 'there'
}
