param anyEndpoint string
param anyProject string

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'hub'
  location: 'westeurope'
  kind: 'AIServices'
  properties: {
    customSubDomainName: 'hub'
    allowProjectManagement: true
  }
}

resource project 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'helpdesk'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource wrongHost 'Microsoft.Web/sites@2024-04-01' = {
  name: 'wronghost'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_AI_PROJECT_ENDPOINT'
          // ruleid: wrong-foundry-endpoint "'/api/projects/helpdesk' at hub.cognitiveservices.azure.com answers 404"
          value: 'https://hub.cognitiveservices.azure.com/api/projects/helpdesk'
        }
      ]
    }
  }
}

resource right 'Microsoft.Web/sites@2024-04-01' = {
  name: 'right'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_AI_PROJECT_ENDPOINT'
          // ok: wrong-foundry-endpoint
          value: 'https://hub.services.ai.azure.com/api/projects/helpdesk'
        }
      ]
    }
  }
}

resource noPath 'Microsoft.Web/sites@2024-04-01' = {
  name: 'nopath'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'PROJECT_ENDPOINT'
          // ruleid: wrong-foundry-endpoint "'PROJECT_ENDPOINT' holds the endpoint of an account (hub.services.ai.azure.com/), and wants that of a project"
          // nofix: wrong-foundry-endpoint "what it has to be is not known"
          value: 'https://HUB.services.ai.azure.com/'
        }
      ]
    }
  }
}

resource ofTheAccount 'Microsoft.Web/sites@2024-04-01' = {
  name: 'oftheaccount'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'FoundryProject__Endpoint'
          // ruleid: wrong-foundry-endpoint
          // nofix: wrong-foundry-endpoint "what it has to be is not known"
          value: account.properties.endpoint
        }
      ]
    }
  }
}

resource ofTheProject 'Microsoft.Web/sites@2024-04-01' = {
  name: 'oftheproject'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'PROJECT_ENDPOINT'
          // ok: wrong-foundry-endpoint
          value: project.properties.endpoints['AI Foundry API']
        }
      ]
    }
  }
}

resource accountWanted 'Microsoft.Web/sites@2024-04-01' = {
  name: 'accountwanted'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'FOUNDRY_ENDPOINT'
          // ok: wrong-foundry-endpoint
          value: 'https://hub.services.ai.azure.com/'
        }
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ok: wrong-foundry-endpoint
          value: 'https://hub.openai.azure.com/'
        }
      ]
    }
  }
}

resource openAiHost 'Microsoft.Web/sites@2024-04-01' = {
  name: 'openaihost'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AGENT_ENDPOINT'
          // ruleid: wrong-foundry-endpoint
          value: 'https://hub.openai.azure.com/api/projects/helpdesk'
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
          name: 'PROJECT_ENDPOINT'
          // unknown: wrong-foundry-endpoint "'PROJECT_ENDPOINT' holds the endpoint of an account, and wants"
          value: anyEndpoint
        }
      ]
    }
  }
}

resource anyName 'Microsoft.Web/sites@2024-04-01' = {
  name: 'anyname'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'PROJECT_ENDPOINT'
          // ok: wrong-foundry-endpoint
          value: 'https://hub.services.ai.azure.com/api/projects/${anyProject}'
        }
        {
          name: 'OTHER_PROJECT_ENDPOINT'
          // ruleid: wrong-foundry-endpoint
          // nofix: wrong-foundry-endpoint "what it has to be is not known"
          value: 'https://hub.cognitiveservices.azure.com/api/projects/${anyProject}'
        }
      ]
    }
  }
}

// Not every endpoint of a project is that of a Foundry project.
resource search 'Microsoft.Web/sites@2024-04-01' = {
  name: 'search'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'PROJECT_SEARCH_ENDPOINT'
          // ok: wrong-foundry-endpoint
          value: 'https://docs.search.windows.net'
        }
        {
          name: 'PROJECT_OPENAI_ENDPOINT'
          // ok: wrong-foundry-endpoint
          value: 'https://hub.openai.azure.com/'
        }
        {
          name: 'AzureAI:ProjectEndpoint'
          // ruleid: wrong-foundry-endpoint
          // nofix: wrong-foundry-endpoint "what it has to be is not known"
          value: 'https://hub.openai.azure.com/'
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
        thread: {
          type: 'Http'
          inputs: {
            method: 'POST'
            // ruleid: wrong-foundry-endpoint
            uri: 'https://hub.cognitiveservices.azure.com/api/projects/helpdesk/threads'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-foundry-endpoint
              audience: 'https://ai.azure.com'
            }
          }
        }
      }
    }
  }
}

// An endpoint of which nothing is written speaks of no project.
resource anywhere 'Microsoft.Web/sites@2024-04-01' = {
  name: 'anywhere'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          // ok: wrong-foundry-endpoint
          value: anyEndpoint
        }
        {
          name: 'AZURE_AI_ENDPOINT'
          // unknown: wrong-foundry-endpoint
          value: 'https://hub.openai.azure.com/${anyEndpoint}'
        }
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
        // ruleid: wrong-foundry-endpoint
        { name: 'PROJECT_ENDPOINT', value: 'https://hub.cognitiveservices.azure.com/api/projects/chat' }
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
        // ruleid: wrong-foundry-endpoint
        { name: 'PROJECT_ENDPOINT', value: 'https://hub.cognitiveservices.azure.com/api/projects/chat' }
      ]
    }
  }
}]

@allowed(['https://hub.cognitiveservices.azure.com/api/projects/chat', 'https://other.cognitiveservices.azure.com/api/projects/chat'])
param eitherEndpoint string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: wrong-foundry-endpoint
        // nofix: wrong-foundry-endpoint
        { name: 'PROJECT_ENDPOINT', value: eitherEndpoint }
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
        // ruleid: wrong-foundry-endpoint
        // nofix: wrong-foundry-endpoint
        { name: 'PROJECT_ENDPOINT', value: '${theirAccount.properties.endpoint}api/projects/chat' }
      ]
    }
  }
}
