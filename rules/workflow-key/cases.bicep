@secure()
param key string
param host string

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: {
    customSubDomainName: 'oai'
  }
}

resource literal 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'literal'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://oai.openai.azure.com/openai/v1/chat/completions'
            headers: {
              'Content-Type': 'application/json'
              // ruleid: workflow-key "The call of oai.openai.azure.com carries a key"
              'API-Key': 'abc'
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

// A secure parameter is a key all the same.
resource byParameter 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'byParameter'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: '${oai.properties.endpoint}openai/v1/responses'
            headers: {
              // ruleid: workflow-key
              'api-key': '@parameters(\'key\')'
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource listed 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'listed'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://docs.search.windows.net/indexes/i/docs/search'
            headers: {
              // ruleid: workflow-key
              'api-key': listAdminKeys(resourceId('Microsoft.Search/searchServices', 'docs'), '2025-05-01').primaryKey
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource gateway 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'gateway'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://ai.cognitiveservices.azure.com/vision'
            headers: {
              // ruleid: workflow-key
              'Ocp-Apim-Subscription-Key': key
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource inQuery 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'inQuery'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            // ruleid: workflow-key
            uri: 'https://oai.openai.azure.com/openai/models?api-version=1&api-key=abc'
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource inQueries 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'inQueries'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://docs.search.windows.net/indexes'
            queries: {
              // ruleid: workflow-key
              'api-key': 'abc'
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource managed 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'managed'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://oai.openai.azure.com/openai/v1/responses'
            // ok: workflow-key
            authentication: {
              type: 'ManagedServiceIdentity'
              audience: 'https://cognitiveservices.azure.com'
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource application 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'application'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            // ok: workflow-key
            uri: 'https://oai.openai.azure.com/openai/v1/responses'
            authentication: {
              type: 'ActiveDirectoryOAuth'
              tenant: 't'
              audience: 'https://cognitiveservices.azure.com'
              clientId: 'c'
              secret: key
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource elsewhere 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'elsewhere'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://api.contoso.com/orders'
            headers: {
              // ok: workflow-key
              'api-key': 'abc'
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource empty 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'empty'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://oai.openai.azure.com/openai/v1/responses'
            // ok: workflow-key
            headers: { 'api-key': '' }
            authentication: {
              type: 'ActiveDirectoryOAuth'
              tenant: 't'
              audience: 'https://cognitiveservices.azure.com'
              clientId: 'c'
              secret: key
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource somewhere 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'somewhere'
  location: resourceGroup().location
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'securestring' }
      }
      triggers: {}
      actions: {
        ask: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://${host}/openai/v1/responses'
            headers: {
              // unknown: workflow-key
              'api-key': 'abc'
            }
          }
        }
      }
    }
    parameters: {
      key: { value: key }
    }
  }
}

resource factory 'Microsoft.DataFactory/factories@2018-06-01' = {
  name: 'adf'
  location: resourceGroup().location
}

resource pipeline 'Microsoft.DataFactory/factories/pipelines@2018-06-01' = {
  parent: factory
  name: 'ask'
  properties: {
    activities: [
      {
        name: 'each'
        type: 'ForEach'
        typeProperties: {
          items: { value: '@pipeline().parameters.items', type: 'Expression' }
          activities: [
            {
              name: 'ask'
              type: 'WebActivity'
              typeProperties: {
                method: 'POST'
                url: 'https://oai.openai.azure.com/openai/v1/responses'
                headers: {
                  // ruleid: workflow-key
                  'api-key': 'abc'
                }
              }
            }
          ]
        }
      }
    ]
  }
}

resource search 'Microsoft.DataFactory/factories/linkedservices@2018-06-01' = {
  parent: factory
  name: 'search'
  properties: {
    type: 'AzureSearch'
    typeProperties: {
      url: 'https://docs.search.windows.net'
      // ruleid: workflow-key
      key: { type: 'SecureString', value: 'abc' }
    }
  }
}

resource vaulted 'Microsoft.DataFactory/factories/linkedservices@2018-06-01' = {
  parent: factory
  name: 'vaulted'
  properties: {
    type: 'AzureSearch'
    typeProperties: {
      url: 'https://docs.search.windows.net'
      // ok: workflow-key
      key: {
        type: 'AzureKeyVaultSecret'
        secretName: 'search-key'
        store: { referenceName: 'kv', type: 'LinkedServiceReference' }
      }
    }
  }
}

resource rest 'Microsoft.DataFactory/factories/linkedservices@2018-06-01' = {
  parent: factory
  name: 'rest'
  properties: {
    type: 'RestService'
    typeProperties: {
      url: 'https://oai.openai.azure.com/openai'
      authenticationType: 'Anonymous'
      authHeaders: {
        // ruleid: workflow-key
        'api-key': { type: 'SecureString', value: key }
      }
    }
  }
}

// A key in a setting is the business of another rule.
resource site 'Microsoft.Web/sites/config@2024-04-01' = {
  name: 'chat/appsettings'
  properties: {
    AZURE_OPENAI_ENDPOINT: 'https://oai.openai.azure.com/'
    // ok: workflow-key
    AZURE_OPENAI_KEY: 'abc'
  }
}

@allowed(['https://a.openai.azure.com/openai/v1/responses', 'https://b.openai.azure.com/openai/v1/responses'])
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
            headers: {
              // ruleid: workflow-key
              'api-key': 'abc'
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
            uri: '${theirAccount.properties.endpoint}openai/v1/responses'
            headers: {
              // ruleid: workflow-key
              'api-key': 'abc'
            }
          }
        }
      }
    }
  }
}
