@secure()
param key string
param url string

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'gateway'
  location: resourceGroup().location
  sku: { name: 'Developer', capacity: 1 }
  identity: { type: 'SystemAssigned' }
  properties: { publisherEmail: 'a@contoso.com', publisherName: 'a' }
}

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: { customSubDomainName: 'oai' }
}

resource listed 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = {
  parent: gateway
  name: 'listed'
  properties: { displayName: 'openai-key', secret: true, value: oai.listKeys().key1 }
}

resource other 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = {
  parent: gateway
  name: 'other'
  properties: { displayName: 'tenant', value: 'contoso' }
}

resource literal 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'literal'
  properties: {
    protocol: 'http'
    url: 'https://oai.openai.azure.com/openai'
    credentials: {
      header: {
        // ruleid: apim-backend-key "The backend for oai.openai.azure.com sends a key"
        'Api-Key': [key]
      }
    }
  }
}

resource gatewayKey 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'gatewayKey'
  properties: {
    protocol: 'http'
    url: 'https://ai.cognitiveservices.azure.com'
    credentials: {
      header: {
        // ruleid: apim-backend-key
        'ocp-apim-subscription-key': ['{{some}}']
      }
    }
  }
}

resource named 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'named'
  properties: {
    protocol: 'http'
    url: '${oai.properties.endpoint}openai'
    credentials: {
      header: {
        'x-tenant': ['{{tenant}}']
        // ruleid: apim-backend-key
        'x-key': ['{{openai-key}}']
      }
    }
  }
}

resource direct 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'direct'
  properties: {
    protocol: 'http'
    url: 'https://oai.openai.azure.com/openai'
    credentials: {
      query: {
        // ruleid: apim-backend-key
        k: [oai.listKeys().key1]
      }
    }
  }
}

resource bearer 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'bearer'
  properties: {
    protocol: 'http'
    url: 'https://oai.openai.azure.com/openai'
    credentials: {
      authorization: {
        scheme: 'Key'
        // ruleid: apim-backend-key
        parameter: '{{listed}}'
      }
    }
  }
}

resource tenant 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'tenant'
  properties: {
    protocol: 'http'
    url: 'https://oai.openai.azure.com/openai'
    credentials: {
      header: {
        // ok: apim-backend-key
        'x-tenant': ['{{tenant}}']
      }
    }
  }
}

resource none 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'none'
  properties: {
    protocol: 'http'
    url: 'https://oai.openai.azure.com/openai'
    credentials: {
      header: {
        // ok: apim-backend-key
        'api-key': []
      }
    }
  }
}

resource elsewhere 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'elsewhere'
  properties: {
    protocol: 'http'
    url: 'https://api.contoso.com'
    credentials: {
      header: {
        // ok: apim-backend-key
        'api-key': [key]
      }
    }
  }
}

resource managed 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'managed'
  properties: {
    protocol: 'http'
    url: 'https://oai.openai.azure.com/openai'
    // ok: apim-backend-key
    credentials: {
      managedIdentity: { resource: 'https://cognitiveservices.azure.com' }
    }
  }
}

resource somewhere 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'somewhere'
  properties: {
    protocol: 'http'
    url: url
    credentials: {
      header: {
        // unknown: apim-backend-key
        'api-key': [key]
      }
    }
  }
}

resource policy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/chat/policy'
  properties: {
    format: 'rawxml'
    // ok: apim-backend-key
    value: '<policies><inbound><set-backend-service base-url="https://oai.openai.azure.com/openai" /><set-header name="api-key"><value>abc</value></set-header></inbound></policies>'
  }
}

resource theirGateway 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'their-gateway'
}

resource ofTheirs 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: theirGateway
  name: 'oftheirs'
  properties: {
    protocol: 'http'
    url: 'https://oai.openai.azure.com/openai'
    credentials: {
      header: {
        // ruleid: apim-backend-key
        'api-key': ['abc']
      }
    }
  }
}

@allowed(['https://a.openai.azure.com/openai', 'https://b.openai.azure.com/openai'])
param eitherUrl string

// Whichever it is.
resource eitherMore 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: theirGateway
  name: 'eithermore'
  properties: {
    protocol: 'http'
    url: eitherUrl
    credentials: {
      header: {
        // ruleid: apim-backend-key
        'api-key': ['abc']
      }
    }
  }
}
