@description('Given when it is deployed')
param anyAudience string

param anyName string

@allowed(['https://management.azure.com', 'https://vault.azure.net'])
param neverRight string

@allowed(['https://cognitiveservices.azure.com', 'https://ai.azure.com'])
param alwaysRight string

@allowed(['https://management.azure.com', 'https://cognitiveservices.azure.com'])
param eitherWay string

var chat = 'https://oai.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21'
var documents = 'https://docs.search.windows.net/indexes/manuals/docs/search?api-version=2024-07-01'

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'oai'
}

resource created 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'created'
  location: resourceGroup().location
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'created'
  }
}

resource tokenForArm 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'summarise'
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
              // ruleid: wrong-token-audience "which wants 'https://cognitiveservices.azure.com'"
              audience: 'https://management.azure.com'
            }
          }
        }
      }
    }
  }
}

resource tokenForOpenAi 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'summarise-right'
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
              // ok: wrong-token-audience
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
  }
}

resource manyCalls 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'many'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        withSlash: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: 'https://cognitiveservices.azure.com/'
            }
          }
        }
        newerAudience: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: 'https://ai.azure.com'
            }
          }
        }
        // In a loop inside a condition, and in capitals.
        each: {
          type: 'Foreach'
          foreach: '@triggerBody()'
          actions: {
            maybe: {
              type: 'If'
              expression: {}
              actions: {}
              else: {
                actions: {
                  search: {
                    type: 'Http'
                    inputs: {
                      method: 'POST'
                      uri: documents
                      authentication: {
                        type: 'ManagedServiceIdentity'
                        // ruleid: wrong-token-audience "docs.search.windows.net, which wants 'https://search.azure.com'"
                        audience: 'https://COGNITIVESERVICES.azure.com'
                      }
                    }
                  }
                }
              }
            }
          }
        }
        searchRight: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: documents
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: 'https://search.azure.com'
            }
          }
        }
        agent: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://hub.services.ai.azure.com/api/projects/helpdesk/threads?api-version=v1'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-token-audience "which wants 'https://ai.azure.com'"
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        // Outside of a project both audiences are taken.
        models: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://hub.services.ai.azure.com/models/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        // An audience in no list is left to another rule.
        unlisted: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: 'https://openai.azure.com'
            }
          }
        }
        // Without an audience nothing is said.
        silent: {
          type: 'Http'
          inputs: {
            method: 'POST'
            // ok: wrong-token-audience
            uri: chat
            authentication: { type: 'ManagedServiceIdentity' }
          }
        }
        // No managed identity: a secret of an app registration.
        byApp: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ActiveDirectoryOAuth'
              tenant: 'contoso.com'
              clientId: '8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
              // ok: wrong-token-audience
              audience: 'https://management.azure.com'
            }
          }
        }
        elsewhere: {
          type: 'Http'
          inputs: {
            method: 'GET'
            uri: 'https://api.contoso.com/summaries'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: 'https://management.azure.com'
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
              // unknown: wrong-token-audience "parameter `anyAudience` has no value"
              audience: anyAudience
            }
          }
        }
        never: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-token-audience
              // nofix: wrong-token-audience "gets its value when it is deployed"
              audience: neverRight
            }
          }
        }
        always: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: chat
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: alwaysRight
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
              // unknown: wrong-token-audience
              audience: eitherWay
            }
          }
        }
        // The end of the host is enough to know the service.
        name: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://${anyName}.openai.azure.com/openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-token-audience "https://management.azure.com"
              audience: 'https://management.azure.com'
            }
          }
        }
        nameRight: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://${anyName}.openai.azure.com/openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        host: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://${anyName}/openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: wrong-token-audience "parameter `anyName` has no value"
              audience: 'https://management.azure.com'
            }
          }
        }
        endpointOfACreatedAccount: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: '${created.properties.endpoint}openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-token-audience
              audience: 'https://management.azure.com'
            }
          }
        }
        // Only Azure knows which of its endpoints an account has; all of them want the same.
        endpointOfTheAccount: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: '${oai.properties.endpoint}openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
  }
}

resource copies 'Microsoft.Logic/workflows@2019-05-01' = [for name in ['a', 'b']: {
  name: name
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
            uri: 'https://${name}.openai.azure.com/openai/deployments/gpt/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-token-audience
              audience: 'https://search.azure.com'
            }
          }
        }
      }
    }
  }
}]

resource switchedOff 'Microsoft.Logic/workflows@2019-05-01' = if (false) {
  name: 'off'
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
              // ok: wrong-token-audience
              audience: 'https://management.azure.com'
            }
          }
        }
      }
    }
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
        {
          name: 'AZURE_SEARCH_AUDIENCE'
          // ruleid: wrong-token-audience "which wants 'https://search.azure.com'"
          value: 'https://management.azure.com'
        }
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com' }
        {
          name: 'AZURE_OPENAI_AUDIENCE'
          // ok: wrong-token-audience
          value: 'https://cognitiveservices.azure.com/.default'
        }
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
        // unknown: wrong-token-audience "is sent to {anyWhere}, which wants another."
        { name: 'AZURE_SEARCH_AUDIENCE', value: 'https://cognitiveservices.azure.com/.default' }
      ]
    }
  }
}
