param anyHost string
param anyAudience string

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'gateway'
  location: resourceGroup().location
  sku: { name: 'Developer', capacity: 1 }
  identity: { type: 'SystemAssigned' }
  properties: {
    publisherEmail: 'ai@contoso.com'
    publisherName: 'Contoso'
    hostnameConfigurations: [
      {
        type: 'Proxy'
        hostName: 'ai.contoso.com'
      }
    ]
  }
}

resource away 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'away'
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
            uri: 'https://api.example-models.com/v1/chat/completions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: token-leaves-azure "is sent to api.example-models.com, which is no Azure service"
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
  }
}

resource inside 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'inside'
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
            uri: 'https://oai.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: token-leaves-azure
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
        arm: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://management.azure.com/subscriptions'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: token-leaves-azure
              audience: 'https://management.azure.com/'
            }
          }
        }
        app: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://summaries.azurewebsites.net/api/run'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: token-leaves-azure
              audience: 'https://management.azure.com/'
            }
          }
        }
        armAway: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://API.example.org/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: token-leaves-azure
              audience: 'https://MANAGEMENT.azure.com/'
            }
          }
        }
        lookalike: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://notazure.com/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: token-leaves-azure
              audience: 'https://vault.azure.net'
            }
          }
        }
        // The token is for that very API.
        custom: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.example.org/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: token-leaves-azure
              audience: 'api://8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d'
            }
          }
        }
        ownAudience: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.example.org/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: token-leaves-azure
              audience: 'https://api.example.org'
            }
          }
        }
        byApp: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.example.org/'
            authentication: {
              type: 'ActiveDirectoryOAuth'
              // ok: token-leaves-azure
              audience: 'https://management.azure.com'
            }
          }
        }
        // What is behind a gateway of our own is its business.
        ownGateway: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://AI.contoso.com/chat'
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: token-leaves-azure "what answers at `ai.contoso.com`"
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        insideNetwork: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'http://10.0.0.4/chat'
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: token-leaves-azure
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        anywhere: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://${anyHost}/chat'
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: token-leaves-azure
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
        anyToken: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.example.org/'
            authentication: {
              type: 'ManagedServiceIdentity'
              // unknown: token-leaves-azure
              audience: anyAudience
            }
          }
        }
      }
    }
  }
}

resource backend 'Microsoft.ApiManagement/service/backends@2024-06-01-preview' = {
  parent: gateway
  name: 'vendor'
  properties: {
    protocol: 'http'
    url: 'https://api.example-models.com/v1'
    credentials: {
      #disable-next-line BCP037
      managedIdentity: {
        // ruleid: token-leaves-azure
        resource: 'https://cognitiveservices.azure.com'
      }
    }
  }
}

resource api 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'vendor'
  properties: {
    displayName: 'vendor'
    path: 'vendor'
    protocols: ['https']
    serviceUrl: 'https://api.example-models.com/v1'
  }
}

resource policy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  parent: api
  name: 'policy'
  properties: {
    format: 'rawxml'
    // ruleid: token-leaves-azure
    value: '<policies><inbound><authentication-managed-identity resource="https://cognitiveservices.azure.com" /></inbound></policies>'
  }
}

param wanted bool

resource perhapsMore 'Microsoft.Logic/workflows@2019-05-01' = if (wanted) {
  name: 'perhapsmore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    definition: {
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.example.net/v1'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: token-leaves-azure
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
  }
}

resource eachMore 'Microsoft.Logic/workflows@2019-05-01' = [for each in ['each-a', 'each-b']: {
  name: each
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    definition: {
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.example.net/v1'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: token-leaves-azure
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
  }
}]

@allowed(['https://api.example.net/v1', 'https://api.example.org/v1'])
param eitherUrl string

// Whichever it is.
resource eitherMore 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    definition: {
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: eitherUrl
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: token-leaves-azure
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
  }
}

resource theirAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'their-account'
}

resource toTheirs 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'totheirs'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    definition: {
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: '${theirAccount.properties.endpoint}openai'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: token-leaves-azure
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
  }
}
