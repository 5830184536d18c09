param anyAudience string
param anyName string
param anyPlace string

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'account'
}

resource virginia 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'virginia'
  location: 'usgovvirginia'
  kind: 'OpenAI'
  properties: {
    customSubDomainName: 'virginia'
  }
}

resource somewhere 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'somewhere'
  location: anyPlace
  kind: 'OpenAI'
  properties: {
    customSubDomainName: 'somewhere'
  }
}

resource publicToken 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'public-token'
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
            uri: 'https://oai.openai.azure.us/openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-cloud-audience "government cloud, where tokens are for 'https://cognitiveservices.azure.us'"
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
  }
}

resource governmentToken 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'government-token'
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
            uri: 'https://oai.openai.azure.us/openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-cloud-audience
              audience: 'https://cognitiveservices.azure.us'
            }
          }
        }
      }
    }
  }
}

resource many 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'many'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        publicSearch: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://docs.search.windows.net/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-cloud-audience
              audience: 'https://search.azure.us'
            }
          }
        }
        china: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://docs.search.azure.cn/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-cloud-audience "china cloud"
              audience: 'https://SEARCH.azure.com/'
            }
          }
        }
        chinaRight: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://docs.search.azure.cn/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-cloud-audience
              audience: 'https://search.azure.cn'
            }
          }
        }
        // Another service is another fault.
        anotherService: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://docs.search.azure.us/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-cloud-audience
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        anotherServiceToo: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://docs.search.azure.us/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-cloud-audience
              audience: 'https://management.azure.com'
            }
          }
        }
        project: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://hub.services.ai.azure.us/api/projects/p/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-cloud-audience
              audience: 'https://ai.azure.com'
            }
          }
        }
        unlisted: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://oai.openai.azure.us/openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-cloud-audience
              audience: 'https://openai.azure.com'
            }
          }
        }
        elsewhere: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.contoso.us/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-cloud-audience
              audience: 'https://cognitiveservices.azure.us'
            }
          }
        }
        byApp: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://oai.openai.azure.us/openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ActiveDirectoryOAuth'
              // ok: wrong-cloud-audience
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
  }
}

resource notKnown 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'not-known'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        audience: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://oai.openai.azure.us/openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: wrong-cloud-audience "parameter `anyAudience` has no value"
              audience: anyAudience
            }
          }
        }
        name: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://${anyName}.openai.azure.us/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-cloud-audience
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        // The region of the account tells the cloud.
        region: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: '${virginia.properties.endpoint}openai/v1/responses'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-cloud-audience
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        regionRight: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: '${virginia.properties.endpoint}openai/v1/responses'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-cloud-audience
              audience: 'https://cognitiveservices.azure.us'
            }
          }
        }
        // Which cloud this is deployed to, nothing says.
        anyRegion: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: '${somewhere.properties.endpoint}openai/v1/responses'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-cloud-audience
              audience: 'https://cognitiveservices.azure.us'
            }
          }
        }
        anyAccount: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: '${account.properties.endpoint}openai/v1/responses'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-cloud-audience
              audience: 'https://cognitiveservices.azure.us'
            }
          }
        }
      }
    }
  }
}

resource chatApp 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chatapp'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.us' }
        {
          name: 'AZURE_OPENAI_TOKEN_SCOPE'
          // ruleid: wrong-cloud-audience
          value: 'https://cognitiveservices.azure.com/.default'
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
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.azure.us' }
        // ruleid: wrong-cloud-audience
        { name: 'AZURE_SEARCH_AUDIENCE', value: 'https://search.azure.com' }
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
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.azure.us' }
        // ruleid: wrong-cloud-audience
        { name: 'AZURE_SEARCH_AUDIENCE', value: 'https://search.azure.com' }
      ]
    }
  }
}]

@allowed(['https://docs.search.azure.us', 'https://more.search.azure.us'])
param eitherSearch string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_SEARCH_ENDPOINT', value: eitherSearch }
        // ruleid: wrong-cloud-audience
        { name: 'AZURE_SEARCH_AUDIENCE', value: 'https://search.azure.com' }
      ]
    }
  }
}

param inGovernment bool

// In one of the clouds the audience is wrong.
resource eitherCloud 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithercloud'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_SEARCH_ENDPOINT'
          value: inGovernment ? 'https://docs.search.azure.us' : 'https://docs.search.windows.net'
        }
        // unknown: wrong-cloud-audience "is in another cloud, where tokens are for another audience, not for 'https://search.azure.com'"
        { name: 'AZURE_SEARCH_AUDIENCE', value: 'https://search.azure.com' }
      ]
    }
  }
}

// Each endpoint has its own.
resource eitherAudience 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eitheraudience'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_SEARCH_ENDPOINT'
          value: inGovernment ? 'https://docs.search.azure.us' : 'https://docs.search.windows.net'
        }
        {
          name: 'AZURE_SEARCH_AUDIENCE'
          // ok: wrong-cloud-audience
          value: inGovernment ? 'https://search.azure.us' : 'https://search.azure.com'
        }
      ]
    }
  }
}

// Whichever it is, it is in the same cloud.
resource eitherHost 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eitherhost'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_SEARCH_ENDPOINT'
          value: inGovernment ? 'https://docs.search.windows.net' : 'https://more.search.windows.net'
        }
        // ok: wrong-cloud-audience
        { name: 'AZURE_SEARCH_AUDIENCE', value: 'https://search.azure.com' }
      ]
    }
  }
}
