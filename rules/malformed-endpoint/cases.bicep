param anyEndpoint string
param anyName string

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'account'
}

resource copied 'Microsoft.Web/sites@2024-04-01' = {
  name: 'copied'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ruleid: malformed-endpoint "'AZURE_OPENAI_ENDPOINT' ends in '/openai/deployments/gpt/chat/completions'"
          value: 'https://oai.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21'
        }
      ]
    }
  }
}

resource plain 'Microsoft.Web/sites@2024-04-01' = {
  name: 'plain'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ok: malformed-endpoint
          value: 'https://oai.openai.azure.com/'
        }
      ]
    }
  }
}

// Names of whole requests hold whole requests.
resource bases 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bases'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'OPENAI_API_BASE'
          // ok: malformed-endpoint
          value: 'https://oai.openai.azure.com/openai/v1/'
        }
        {
          name: 'AZURE_SEARCH_ENDPOINT'
          // ok: malformed-endpoint
          value: 'https://docs.search.windows.net'
        }
        {
          name: 'AZURE_OPENAI_EMBEDDING_ENDPOINT'
          // ok: malformed-endpoint
          value: 'https://oai.openai.azure.com/openai/deployments/ada/embeddings'
        }
        {
          name: 'AZURE_OPENAI_CHAT_URL'
          // ok: malformed-endpoint
          value: 'https://oai.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21'
        }
        {
          name: 'AZURE_SEARCH_SERVICE'
          // ok: malformed-endpoint
          value: 'docs'
        }
        {
          name: 'AZURE_AI_PROJECT_ENDPOINT'
          // ok: malformed-endpoint
          value: 'https://hub.services.ai.azure.com/api/projects/helpdesk'
        }
      ]
    }
  }
}

resource odd 'Microsoft.Web/sites@2024-04-01' = {
  name: 'odd'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'Search__Endpoint'
          // ruleid: malformed-endpoint
          value: 'https://docs.search.windows.net/indexes/manuals'
        }
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ruleid: malformed-endpoint "says http"
          value: 'http://OAI.openai.azure.com/'
        }
      ]
    }
  }
}

resource inside 'Microsoft.Web/sites@2024-04-01' = {
  name: 'inside'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ruleid: malformed-endpoint "private zone"
          value: 'https://oai.privatelink.openai.azure.com/'
        }
        {
          name: 'AZURE_SEARCH_URL'
          // ruleid: malformed-endpoint
          value: 'https://docs.privatelink.search.windows.net'
        }
      ]
    }
  }
}

resource singular 'Microsoft.Web/sites@2024-04-01' = {
  name: 'singular'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_CHAT_URL'
          // ruleid: malformed-endpoint "it is /openai/deployments/"
          value: 'https://oai.openai.azure.com/openai/deployment/gpt/chat/completions'
        }
      ]
    }
  }
}

resource asked 'Microsoft.Web/sites@2024-04-01' = {
  name: 'asked'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ruleid: malformed-endpoint "ends in '/' and a query"
          value: 'https://oai.openai.azure.com/?api-version=2024-10-21'
        }
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
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // unknown: malformed-endpoint "parameter `anyEndpoint` has no value"
          value: anyEndpoint
        }
      ]
    }
  }
}

resource named 'Microsoft.Web/sites@2024-04-01' = {
  name: 'named'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ok: malformed-endpoint
          value: 'https://${anyName}.openai.azure.com'
        }
        {
          name: 'AZURE_SEARCH_ENDPOINT'
          // ruleid: malformed-endpoint
          // nofix: malformed-endpoint "what it has to be is not known"
          value: 'https://${anyName}.search.windows.net/indexes'
        }
      ]
    }
  }
}

// Azure makes up what is right.
resource byReference 'Microsoft.Web/sites@2024-04-01' = {
  name: 'byreference'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ok: malformed-endpoint
          value: account.properties.endpoint
        }
        {
          name: 'OPENAI_API_BASE'
          // ok: malformed-endpoint
          value: '${account.properties.endpoint}openai/v1'
        }
      ]
    }
  }
}

// Other services of an account have paths of their own.
resource vision 'Microsoft.Web/sites@2024-04-01' = {
  name: 'vision'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'VISION_ENDPOINT'
          // ok: malformed-endpoint
          value: 'https://see.cognitiveservices.azure.com/computervision'
        }
      ]
    }
  }
}

resource connected 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'connected'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    definition: {
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        // A request has a path by nature.
        chat: {
          type: 'Http'
          inputs: {
            method: 'POST'
            // ok: malformed-endpoint
            uri: 'http://oai.openai.azure.com/openai/deployments/gpt/chat/completions'
            authentication: { type: 'ManagedServiceIdentity', audience: 'https://cognitiveservices.azure.com' }
          }
        }
      }
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
        // ruleid: malformed-endpoint
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/openai/deployments/gpt' }
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
        // ruleid: malformed-endpoint
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/openai/deployments/gpt' }
      ]
    }
  }
}]

@allowed(['https://oai.openai.azure.com/openai/deployments/gpt', 'https://other.openai.azure.com/openai/deployments/gpt'])
param eitherEndpoint string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: malformed-endpoint
        // nofix: malformed-endpoint
        { name: 'AZURE_OPENAI_ENDPOINT', value: eitherEndpoint }
      ]
    }
  }
}

// What the name of a setting speaks of says what may be wrong with an endpoint that is not known.
resource byItsName 'Microsoft.Web/sites@2024-04-01' = {
  name: 'byitsname'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: malformed-endpoint "'AZURE_AI_SEARCH_ENDPOINT' ends in a path or a query; libraries"
        { name: 'AZURE_AI_SEARCH_ENDPOINT', value: anyEndpoint }
        // unknown: malformed-endpoint "'AZURE_OPENAI_ENDPOINT' ends in a path or a query; libraries"
        { name: 'AZURE_OPENAI_ENDPOINT', value: anyEndpoint }
        // unknown: malformed-endpoint "'AZURE_AI_PROJECT_ENDPOINT' says http"
        { name: 'AZURE_AI_PROJECT_ENDPOINT', value: anyEndpoint }
        // unknown: malformed-endpoint "'AZURE_OPENAI_EMBEDDING_ENDPOINT' goes on with /openai/deployment/"
        { name: 'AZURE_OPENAI_EMBEDDING_ENDPOINT', value: anyEndpoint }
        // unknown: malformed-endpoint "'SEARCH_EMBEDDING_ENDPOINT' says http"
        { name: 'SEARCH_EMBEDDING_ENDPOINT', value: anyEndpoint }
        // unknown: malformed-endpoint "'OPENAI_BASE_URL' ends in '/{anyName}'; libraries"
        { name: 'OPENAI_BASE_URL', value: 'https://oai.openai.azure.com/${anyName}' }
      ]
    }
  }
}

// The same path under a name that wants none.
resource singularBase 'Microsoft.Web/sites@2024-04-01' = {
  name: 'singularbase'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: malformed-endpoint "goes on with /openai/deployment/, which answers 404"
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/openai/deployment/gpt' }
      ]
    }
  }
}
