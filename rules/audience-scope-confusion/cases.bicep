param anyScope string
param anyHost string

var chat = 'https://oai.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21'

resource bare 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bare'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
        {
          name: 'AZURE_OPENAI_SCOPE'
          // ruleid: audience-scope-confusion "wants 'https://cognitiveservices.azure.com/.default'"
          value: 'https://cognitiveservices.azure.com/'
        }
      ]
    }
  }
}

resource whole 'Microsoft.Web/sites@2024-04-01' = {
  name: 'whole'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
        {
          name: 'AZURE_OPENAI_SCOPE'
          // ok: audience-scope-confusion
          value: 'https://cognitiveservices.azure.com/.default'
        }
      ]
    }
  }
}

// What is called an audience may be used as either.
resource spelled 'Microsoft.Web/sites@2024-04-01' = {
  name: 'spelled'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'Search__Endpoint', value: 'https://docs.search.windows.net' }
        {
          name: 'Search__TokenScope'
          // ruleid: audience-scope-confusion
          value: 'https://SEARCH.azure.com'
        }
        { name: 'AzureOpenAI__Endpoint', value: 'https://oai.openai.azure.com/' }
        {
          name: 'AzureOpenAI__Audience'
          // ok: audience-scope-confusion
          value: 'https://cognitiveservices.azure.com/.default'
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
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
        {
          name: 'AZURE_OPENAI_SCOPE'
          // unknown: audience-scope-confusion "parameter `anyScope` has no value"
          value: anyScope
        }
      ]
    }
  }
}

resource partly 'Microsoft.Web/sites@2024-04-01' = {
  name: 'partly'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
        {
          name: 'AZURE_OPENAI_SCOPE'
          // ok: audience-scope-confusion
          value: '${anyScope}/.default'
        }
      ]
    }
  }
}

// Whoever it signs in as.
resource byHand 'Microsoft.Web/sites@2024-04-01' = {
  name: 'byhand'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
        {
          name: 'AZURE_OPENAI_SCOPE'
          // ruleid: audience-scope-confusion
          value: 'https://cognitiveservices.azure.com'
        }
      ]
    }
  }
}

resource elsewhere 'Microsoft.Web/sites@2024-04-01' = {
  name: 'elsewhere'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'SCOPE'
          // ok: audience-scope-confusion
          value: 'https://graph.microsoft.com'
        }
      ]
    }
  }
}

resource scopeForAudience 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'scope-for-audience'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        chat: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: audience-scope-confusion "is a scope; an audience is wanted here: 'https://cognitiveservices.azure.com'"
              audience: 'https://cognitiveservices.azure.com/.default'
            }
          }
        }
        right: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: audience-scope-confusion
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        slash: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: audience-scope-confusion
              audience: 'https://cognitiveservices.azure.com/'
            }
          }
        }
        later: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: audience-scope-confusion
              audience: anyScope
            }
          }
        }
        host: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://${anyHost}/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: audience-scope-confusion
              audience: 'https://cognitiveservices.azure.com/.default'
            }
          }
        }
        // Not a service of ours.
        other: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.contoso.com/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: audience-scope-confusion
              audience: 'https://cognitiveservices.azure.com/.default'
            }
          }
        }
      }
    }
  }
}

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'gateway'
}

resource backend 'Microsoft.ApiManagement/service/backends@2024-06-01-preview' = {
  parent: gateway
  name: 'openai'
  properties: {
    protocol: 'http'
    url: 'https://oai.openai.azure.com/openai'
    credentials: {
      #disable-next-line BCP037
      managedIdentity: {
        // ruleid: audience-scope-confusion
        resource: 'https://cognitiveservices.azure.com/.default'
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
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com' }
        // ruleid: audience-scope-confusion
        { name: 'AZURE_OPENAI_TOKEN_SCOPE', value: 'https://cognitiveservices.azure.com' }
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
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com' }
        // ruleid: audience-scope-confusion
        { name: 'AZURE_OPENAI_TOKEN_SCOPE', value: 'https://cognitiveservices.azure.com' }
      ]
    }
  }
}]

@allowed(['https://cognitiveservices.azure.com', 'https://ai.azure.com'])
param eitherScope string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com' }
        // ruleid: audience-scope-confusion
        // nofix: audience-scope-confusion
        { name: 'AZURE_OPENAI_TOKEN_SCOPE', value: eitherScope }
      ]
    }
  }
}
