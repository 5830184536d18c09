param anyEndpoint string
param anyRegion string

resource existingAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'existing'
}

// Without a subdomain its endpoint is that of its region.
resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'account'
  location: 'westeurope'
  kind: 'AIServices'
  properties: {}
}

resource speech 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'speech'
  location: 'westeurope'
  kind: 'SpeechServices'
  properties: {}
}

resource byToken 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bytoken'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_COGNITIVE_ENDPOINT'
          // ruleid: regional-endpoint-with-token "westeurope.api.cognitive.microsoft.com is the shared address of a region, which takes keys only"
          value: 'https://westeurope.api.cognitive.microsoft.com/'
        }
      ]
    }
  }
}

resource own 'Microsoft.Web/sites@2024-04-01' = {
  name: 'own'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_COGNITIVE_ENDPOINT'
          // ok: regional-endpoint-with-token
          value: 'https://ai.cognitiveservices.azure.com/'
        }
      ]
    }
  }
}

resource byKey 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bykey'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_COGNITIVE_ENDPOINT'
          // ok: regional-endpoint-with-token
          value: 'https://westeurope.api.cognitive.microsoft.com/'
        }
        { name: 'AZURE_COGNITIVE_KEY', value: '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/k)' }
      ]
    }
  }
}

resource bySpeechKey 'Microsoft.Web/sites@2024-04-01' = {
  name: 'byspeechkey'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'SPEECH_ENDPOINT'
          // ok: regional-endpoint-with-token
          value: 'https://westeurope.api.cognitive.microsoft.com/'
        }
        { name: 'SPEECH_KEY', value: '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/k)' }
      ]
    }
  }
}

// A key for another thing.
resource byOtherKey 'Microsoft.Web/sites@2024-04-01' = {
  name: 'byotherkey'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'SPEECH_ENDPOINT'
          // ruleid: regional-endpoint-with-token
          value: 'https://WESTEUROPE.api.cognitive.microsoft.com/'
        }
        { name: 'STORAGE_KEY', value: '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/k)' }
      ]
    }
  }
}

// It has no identity to get a token with.
resource nobody 'Microsoft.Web/sites@2024-04-01' = {
  name: 'nobody'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_COGNITIVE_ENDPOINT'
          // ok: regional-endpoint-with-token
          value: 'https://westeurope.api.cognitive.microsoft.com/'
        }
      ]
    }
  }
}

resource anyPlace 'Microsoft.Web/sites@2024-04-01' = {
  name: 'anyplace'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_COGNITIVE_ENDPOINT'
          // ruleid: regional-endpoint-with-token
          value: 'https://${anyRegion}.api.cognitive.microsoft.com/'
        }
      ]
    }
  }
}

resource government 'Microsoft.Web/sites@2024-04-01' = {
  name: 'government'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_COGNITIVE_ENDPOINT'
          // ruleid: regional-endpoint-with-token
          value: 'https://virginia.api.cognitive.microsoft.us/'
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
          name: 'AZURE_COGNITIVE_ENDPOINT'
          // unknown: regional-endpoint-with-token "parameter `anyEndpoint` has no value"
          value: anyEndpoint
        }
      ]
    }
  }
}

// The account has the fault, and a rule of its own.
resource ofTheAccount 'Microsoft.Web/sites@2024-04-01' = {
  name: 'oftheaccount'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_COGNITIVE_ENDPOINT'
          // ok: regional-endpoint-with-token
          value: account.properties.endpoint
        }
      ]
    }
  }
}

resource ofSpeech 'Microsoft.Web/sites@2024-04-01' = {
  name: 'ofspeech'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'SPEECH_ENDPOINT'
          // ruleid: regional-endpoint-with-token
          value: speech.properties.endpoint
        }
      ]
    }
  }
}

resource ofExisting 'Microsoft.Web/sites@2024-04-01' = {
  name: 'ofexisting'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_COGNITIVE_ENDPOINT'
          // ok: regional-endpoint-with-token
          value: existingAccount.properties.endpoint
        }
      ]
    }
  }
}

resource flow 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'flow'
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
            // ruleid: regional-endpoint-with-token
            uri: 'https://westeurope.api.cognitive.microsoft.com/vision/v3.2/analyze'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: regional-endpoint-with-token
              audience: 'https://cognitiveservices.azure.com'
            }
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
        // ruleid: regional-endpoint-with-token
        { name: 'AZURE_COGNITIVE_ENDPOINT', value: 'https://eastus.api.cognitive.microsoft.com' }
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
        // ruleid: regional-endpoint-with-token
        { name: 'AZURE_COGNITIVE_ENDPOINT', value: 'https://eastus.api.cognitive.microsoft.com' }
      ]
    }
  }
}]

@allowed(['https://eastus.api.cognitive.microsoft.com', 'https://westus.api.cognitive.microsoft.com'])
param eitherRegion string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: regional-endpoint-with-token
        { name: 'AZURE_COGNITIVE_ENDPOINT', value: eitherRegion }
      ]
    }
  }
}

// Search and projects have no such address; one that stands there is judged by what it is.
resource otherNames 'Microsoft.Web/sites@2024-04-01' = {
  name: 'othernames'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: regional-endpoint-with-token
        { name: 'AZURE_SEARCH_ENDPOINT', value: anyEndpoint }
        // ok: regional-endpoint-with-token
        { name: 'AZURE_AI_PROJECT_ENDPOINT', value: 'https://${anyRegion}' }
        // unknown: regional-endpoint-with-token "{anyRegion} is the shared address of a region"
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://${anyRegion}' }
        // ruleid: regional-endpoint-with-token
        { name: 'COGNITIVE_SEARCH_ENDPOINT', value: 'https://westeurope.api.cognitive.microsoft.com/' }
      ]
    }
  }
}
