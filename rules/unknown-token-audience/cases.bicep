@description('Given when it is deployed')
param anyAudience string

param anyName string

@allowed(['https://openai.azure.com', 'https://cognitiveservices.azure.com'])
param eitherWay string

var chat = 'https://oai.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21'
var documents = 'https://docs.search.windows.net/indexes/manuals/docs/search?api-version=2024-07-01'

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'account'
}

resource notDocumented 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'not-documented'
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
              // ruleid: unknown-token-audience "wants 'https://cognitiveservices.azure.com'"
              audience: 'https://openai.azure.com'
            }
          }
        }
      }
    }
  }
}

resource documented 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'documented'
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
              // ok: unknown-token-audience
              audience: 'https://cognitiveservices.azure.com'
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
        domain: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: documents
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: unknown-token-audience "wants 'https://search.azure.com'"
              audience: 'https://search.windows.net/'
            }
          }
        }
        // The endpoint is no audience.
        itself: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: documents
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: unknown-token-audience
              audience: 'https://DOCS.search.windows.net'
            }
          }
        }
        search: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: documents
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: unknown-token-audience
              audience: 'https://search.azure.com'
            }
          }
        }
        // What another service is known by has a rule of its own.
        ofAnother: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: documents
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: unknown-token-audience
              audience: 'https://management.azure.com/'
            }
          }
        }
        ofAnotherToo: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: documents
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: unknown-token-audience
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        otherCloud: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: unknown-token-audience
              audience: 'https://cognitiveservices.azure.us'
            }
          }
        }
        // An id may be that of anything.
        byId: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: unknown-token-audience
              audience: 'api://8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
            }
          }
        }
        agents: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://hub.services.ai.azure.com/api/projects/helpdesk/threads'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: unknown-token-audience "wants 'https://ai.azure.com'"
              audience: 'https://hub.services.ai.azure.com'
            }
          }
        }
        government: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://docs.search.azure.us/indexes'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: unknown-token-audience "wants 'https://search.azure.us'"
              audience: 'https://search.windows.net'
            }
          }
        }
        elsewhere: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.contoso.com/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: unknown-token-audience
              audience: 'https://api.contoso.com'
            }
          }
        }
        byApp: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ActiveDirectoryOAuth'
              // ok: unknown-token-audience
              audience: 'https://openai.azure.com'
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
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: unknown-token-audience "parameter `anyAudience` has no value"
              audience: anyAudience
            }
          }
        }
        either: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: unknown-token-audience
              audience: eitherWay
            }
          }
        }
        // Whatever the name is, it is no audience.
        ownName: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: documents
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: unknown-token-audience
              // nofix: unknown-token-audience "its value is not known"
              audience: 'https://${anyName}.search.windows.net'
            }
          }
        }
        host: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://${anyName}/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: unknown-token-audience
              audience: 'https://openai.azure.com'
            }
          }
        }
        // Whichever of its host names the account has.
        ofTheAccount: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: '${account.properties.endpoint}openai/v1/responses'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: unknown-token-audience
              audience: 'https://openai.azure.com'
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
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com' }
        {
          name: 'AZURE_OPENAI_TOKEN_SCOPE'
          // ruleid: unknown-token-audience "'https://openai.azure.com'"
          value: 'https://openai.azure.com/.default'
        }
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
        {
          name: 'AZURE_SEARCH_AUDIENCE'
          // ok: unknown-token-audience
          value: 'https://search.azure.com'
        }
      ]
    }
  }
}

resource loop 'Microsoft.Web/sites@2024-04-01' = [
  for name in ['a', 'b']: {
    name: name
    location: resourceGroup().location
    identity: { type: 'SystemAssigned' }
    properties: {
      siteConfig: {
        appSettings: [
          { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${name}.search.windows.net' }
          {
            name: 'AZURE_SEARCH_AUDIENCE'
            // ruleid: unknown-token-audience
            // nofix: unknown-token-audience "it is computed by"
            value: 'https://${name}.search.windows.net'
          }
        ]
      }
    }
  }
]

param wanted bool

resource perhapsMore 'Microsoft.Web/sites@2024-04-01' = if (wanted) {
  name: 'perhapsmore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
        // ruleid: unknown-token-audience
        { name: 'AZURE_SEARCH_AUDIENCE', value: 'https://search.windows.net' }
      ]
    }
  }
}

param anyWhere string

// What is not known is not shown.
resource notShown 'Microsoft.Web/sites@2024-04-01' = {
  name: 'notshown'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_SEARCH_ENDPOINT', value: anyWhere }
        // unknown: unknown-token-audience "is sent to {anyWhere}, which wants another: no Azure service"
        { name: 'AZURE_SEARCH_AUDIENCE', value: 'https://search.example.net/.default' }
      ]
    }
  }
}
