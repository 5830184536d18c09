param audience string

var management = 'https://management.azure.com/'

resource web 'Microsoft.Web/sites@2024-04-01' = {
  name: 'web'
  location: resourceGroup().location
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          value: 'https://contoso.openai.azure.com/'
        }
        {
          name: 'AZURE_OPENAI_AUDIENCE'
          // ruleid: wrong-token-audience "wants 'https://cognitiveservices.azure.com'"
          value: management
        }
        {
          name: 'AZURE_SEARCH_ENDPOINT'
          value: 'https://contoso.search.windows.net'
        }
        {
          name: 'AZURE_SEARCH_AUDIENCE'
          // ok: wrong-token-audience
          value: 'https://search.azure.com/.default'
        }
      ]
    }
  }
}

// Nothing says which audience it asks for, so there is nothing to judge.
// ok: wrong-token-audience
resource silent 'Microsoft.Web/sites@2024-04-01' = {
  name: 'silent'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_ENDPOINT'
          value: 'https://contoso.openai.azure.com/'
        }
      ]
    }
  }
}

resource container 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'container'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    template: {
      containers: [
        {
          name: 'main'
          env: [
            {
              name: 'AZURE_SEARCH_ENDPOINT'
              value: 'https://contoso.search.windows.net'
            }
            {
              name: 'AZURE_SEARCH_SCOPE'
              // ruleid: wrong-token-audience "wants 'https://search.azure.com'"
              value: 'https://cognitiveservices.azure.com/.default'
            }
            {
              name: 'AZURE_OPENAI_ENDPOINT'
              value: 'https://contoso.openai.azure.com'
            }
            {
              name: 'AZURE_OPENAI_SCOPE'
              // ok: wrong-token-audience
              value: 'https://ai.azure.com/.default'
            }
          ]
        }
      ]
    }
  }
}

resource undecided 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'undecided'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    template: {
      containers: [
        {
          name: 'main'
          env: [
            {
              name: 'AZURE_OPENAI_ENDPOINT'
              value: 'https://contoso.openai.azure.com'
            }
            {
              name: 'AZURE_OPENAI_AUDIENCE'
              // unknown: wrong-token-audience
              value: audience
            }
          ]
        }
      ]
    }
  }
}

resource flow 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'flow'
  identity: {
    type: 'SystemAssigned'
  }
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
            uri: 'https://contoso.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ruleid: wrong-token-audience "wants 'https://cognitiveservices.azure.com'"
              audience: 'https://search.azure.com'
            }
          }
        }
        loop: {
          type: 'Foreach'
          actions: {
            agent: {
              type: 'Http'
              inputs: {
                method: 'POST'
                uri: 'https://contoso.services.ai.azure.com/api/projects/support/threads'
                authentication: {
                  type: 'ManagedServiceIdentity'
                  // ruleid: wrong-token-audience "wants 'https://ai.azure.com'"
                  audience: 'https://cognitiveservices.azure.com'
                }
              }
            }
          }
        }
        // A service that is none of ours may want any audience.
        resources: {
          type: 'Http'
          inputs: {
            method: 'GET'
            uri: 'https://management.azure.com/subscriptions?api-version=2022-12-01'
            authentication: {
              type: 'ManagedServiceIdentity'
              // ok: wrong-token-audience
              audience: 'https://management.azure.com/'
            }
          }
        }
      }
    }
  }
}

resource factory 'Microsoft.DataFactory/factories@2018-06-01' = {
  name: 'factory'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {}

  resource pipeline 'pipelines' = {
    name: 'pipeline'
    properties: {
      activities: [
        {
          name: 'embed'
          type: 'WebActivity'
          typeProperties: {
            method: 'POST'
            url: 'https://contoso.cognitiveservices.azure.com/openai/deployments/e/embeddings'
            authentication: {
              type: 'MSI'
              // ruleid: wrong-token-audience
              resource: 'https://vault.azure.net'
            }
          }
        }
        {
          name: 'index'
          type: 'WebActivity'
          typeProperties: {
            method: 'POST'
            url: 'https://contoso.search.windows.net/indexers/i/run'
            authentication: {
              type: 'MSI'
              // ok: wrong-token-audience
              resource: 'https://search.azure.com'
            }
          }
        }
      ]
    }
  }
}

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'gateway'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    publisherEmail: 'platform@contoso.example'
    publisherName: 'Platform'
  }

  resource right 'backends' = {
    name: 'right'
    properties: {
      protocol: 'http'
      url: 'https://contoso.openai.azure.com/openai'
      credentials: {
        #disable-next-line BCP037
        managedIdentity: {
          // ok: wrong-token-audience
          resource: 'https://cognitiveservices.azure.com'
        }
      }
    }
  }

  resource wrong 'backends' = {
    name: 'wrong'
    properties: {
      protocol: 'http'
      url: 'https://contoso.search.windows.net'
      credentials: {
        #disable-next-line BCP037
        managedIdentity: {
          // ruleid: wrong-token-audience
          resource: 'https://cognitiveservices.azure.com'
        }
      }
    }
  }

  resource everywhere 'policies' = {
    name: 'policy'
    properties: {
      format: 'rawxml'
      // ruleid: wrong-token-audience "contoso.openai.azure.com"
      value: '<policies><inbound><set-backend-service base-url="https://contoso.openai.azure.com" /><authentication-managed-identity resource="https://storage.azure.com" /></inbound></policies>'
    }
  }
}
