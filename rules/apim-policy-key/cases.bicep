param text string

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'gateway'
  location: resourceGroup().location
  sku: { name: 'Developer', capacity: 1 }
  properties: { publisherEmail: 'a@contoso.com', publisherName: 'a' }
}

resource ai 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'ai'
  properties: { protocol: 'http', url: 'https://oai.openai.azure.com/openai' }
}

resource plain 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/plain/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-policy-key "The policy sets a key for oai.openai.azure.com"
    value: '''<policies><inbound><base /><set-backend-service base-url="https://oai.openai.azure.com/openai" /><set-header name="api-key" exists-action="override"><value>{{openai-key}}</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource byBackend 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/byBackend/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-policy-key
    value: '''<policies><inbound><base /><set-backend-service backend-id="ai" /><set-header name="API-KEY"><value>abc</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource inQuery 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/inQuery/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-policy-key
    value: '''<policies><inbound><base /><set-backend-service base-url="https://oai.openai.azure.com/openai" /><set-query-parameter name="subscription-key" exists-action="override"><value>abc</value></set-query-parameter></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource chosen 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/chosen/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-policy-key
    value: '''<policies><inbound><base /><choose><when condition="@(true)"><set-backend-service base-url="https://oai.openai.azure.com/openai" /><set-header name="api-key" exists-action="override"><value>{{openai-key}}</value></set-header></when></choose></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource inner 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/inner/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-policy-key
    value: '''<policies><inbound><base /><send-request mode="new" response-variable-name="r"><set-url>https://docs.search.windows.net/indexes</set-url><set-header name="api-key" exists-action="override"><value>abc</value></set-header></send-request></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource deleted 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/deleted/policy'
  properties: {
    format: 'rawxml'
    // ok: apim-policy-key
    value: '''<policies><inbound><base /><set-backend-service base-url="https://oai.openai.azure.com/openai" /><set-header name="api-key" exists-action="delete" /></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource deletedWithValue 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/deletedWithValue/policy'
  properties: {
    format: 'rawxml'
    // ok: apim-policy-key
    value: '''<policies><inbound><base /><set-backend-service base-url="https://oai.openai.azure.com/openai" /><set-header name="api-key" exists-action="Delete"><value>abc</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource commented 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/commented/policy'
  properties: {
    format: 'rawxml'
    // ok: apim-policy-key
    value: '''<policies><inbound><base /><set-backend-service base-url="https://oai.openai.azure.com/openai" /><!-- <set-header name="api-key" exists-action="override"><value>{{openai-key}}</value></set-header> --></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource managed 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/managed/policy'
  properties: {
    format: 'rawxml'
    // ok: apim-policy-key
    value: '''<policies><inbound><base /><set-backend-service base-url="https://oai.openai.azure.com/openai" /><authentication-managed-identity resource="https://cognitiveservices.azure.com" /><set-header name="api-key" exists-action="override"><value>{{openai-key}}</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource otherHeader 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/otherHeader/policy'
  properties: {
    format: 'rawxml'
    // ok: apim-policy-key
    value: '''<policies><inbound><base /><set-backend-service base-url="https://oai.openai.azure.com/openai" /><set-header name="x-tenant"><value>abc</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource answer 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/answer/policy'
  properties: {
    format: 'rawxml'
    // ok: apim-policy-key
    value: '''<policies><inbound><set-backend-service base-url="https://oai.openai.azure.com/openai" /></inbound><outbound><set-header name="api-key" exists-action="override"><value>{{openai-key}}</value></set-header></outbound></policies>'''
  }
}

resource elsewhere 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/elsewhere/policy'
  properties: {
    format: 'rawxml'
    // ok: apim-policy-key
    value: '''<policies><inbound><base /><set-backend-service base-url="https://api.contoso.com" /><set-header name="api-key" exists-action="override"><value>{{openai-key}}</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource somewhere 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/somewhere/policy'
  properties: {
    format: 'rawxml'
    // unknown: apim-policy-key
    value: '''<policies><inbound><base /><set-backend-service base-url="@(context.Variables.GetValueOrDefault<string>("url"))" /><set-header name="api-key" exists-action="override"><value>{{openai-key}}</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}

resource unread 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/unread/policy'
  properties: {
    format: 'rawxml'
    // unknown: apim-policy-key
    value: text
  }
}

resource linked 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/linked/policy'
  properties: {
    format: 'rawxml-link'
    // unknown: apim-policy-key
    value: 'https://example.com/policy.xml'
  }
}

// One that no policy here includes.
resource fragment 'Microsoft.ApiManagement/service/policyFragments@2024-05-01' = {
  parent: gateway
  name: 'key'
  properties: {
    format: 'rawxml'
    // ruleid: apim-policy-key
    value: '<fragment><set-backend-service base-url="https://oai.openai.azure.com/openai" /><set-header name="api-key"><value>abc</value></set-header></fragment>'
  }
}

resource backend 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: gateway
  name: 'keyed'
  properties: {
    protocol: 'http'
    url: 'https://oai.openai.azure.com/openai'
    credentials: {
      header: {
        // ok: apim-policy-key
        'api-key': ['abc']
      }
    }
  }
}

resource theirGateway 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'their-gateway'
}

resource ofTheirs 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'their-gateway/oftheirs/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-policy-key
    value: '<policies><inbound><set-backend-service base-url="https://oai.openai.azure.com" /><set-header name="api-key"><value>abc</value></set-header></inbound></policies>'
  }
}

@allowed([
  '<policies><inbound><set-backend-service base-url="https://a.openai.azure.com" /><set-header name="api-key"><value>abc</value></set-header></inbound></policies>'
  '<policies><inbound><set-backend-service base-url="https://b.openai.azure.com" /><set-header name="api-key"><value>abc</value></set-header></inbound></policies>'
])
param eitherPolicy string

// Whichever it is.
resource eitherMore 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'their-gateway/eithermore/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-policy-key
    value: eitherPolicy
  }
}

resource otherwise 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'gateway/otherwise/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-policy-key "The policy sets a key for oai.openai.azure.com"
    value: '''<policies><inbound><base /><set-backend-service backend-id="ai" /><choose><when condition="@(true)"><authentication-managed-identity resource="https://cognitiveservices.azure.com" /></when><otherwise><set-header name="api-key"><value>abc</value></set-header></otherwise></choose></inbound><backend><base /></backend><outbound><base /></outbound></policies>'''
  }
}
