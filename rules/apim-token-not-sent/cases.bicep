param anyPolicy string
param policyUrl string

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'gateway'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  identity: { type: 'SystemAssigned' }
  properties: { publisherEmail: 'a@b.example', publisherName: 'a' }
}

resource forgets 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'forgets'
  properties: { displayName: 'forgets', path: 'forgets', protocols: ['https'] }

  resource policy 'policies' = {
    name: 'policy'
    properties: {
      format: 'rawxml'
      // ruleid: apim-token-not-sent "The token in 'msi' is in no Authorization header"
      value: '<policies><inbound><base /><authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="msi" /></inbound></policies>'
    }
  }
}

resource sends 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'sends'
  properties: { displayName: 'sends', path: 'sends', protocols: ['https'] }

  resource policy 'policies' = {
    name: 'policy'
    // ok: apim-token-not-sent
    properties: {
      format: 'rawxml'
      value: '''
        <policies>
          <inbound>
            <base />
            <authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="msi" />
            <set-header name="authorization" exists-action="override">
              <value>@("Bearer " + (string)context.Variables["msi"])</value>
            </set-header>
          </inbound>
        </policies>
      '''
    }
  }
}

// Without a variable, the policy sets the header itself.
resource direct 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'direct'
  properties: { displayName: 'direct', path: 'direct', protocols: ['https'] }

  resource policy 'policies' = {
    name: 'policy'
    // ok: apim-token-not-sent
    properties: {
      format: 'rawxml'
      value: '<policies><inbound><authentication-managed-identity resource="https://cognitiveservices.azure.com" /></inbound></policies>'
    }
  }
}

// A request of its own carries it.
resource inner 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'inner'
  properties: { displayName: 'inner', path: 'inner', protocols: ['https'] }

  resource policy 'policies' = {
    name: 'policy'
    // ok: apim-token-not-sent
    properties: {
      format: 'rawxml'
      value: '''
        <policies>
          <inbound>
            <authentication-managed-identity resource="https://search.azure.com" output-token-variable-name="searchToken" />
            <send-request mode="new" response-variable-name="found">
              <set-url>https://srch.search.windows.net/indexes/i/docs/search?api-version=2024-07-01</set-url>
              <set-method>POST</set-method>
              <set-header name="Authorization" exists-action="override">
                <value>@($"Bearer {context.Variables["searchToken"]}")</value>
              </set-header>
            </send-request>
          </inbound>
        </policies>
      '''
    }
  }
}

// A comment is no header.
resource commented 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'commented'
  properties: { displayName: 'commented', path: 'commented', protocols: ['https'] }

  resource policy 'policies' = {
    name: 'policy'
    properties: {
      format: 'rawxml'
      value: '''
        <policies>
          <inbound>
            <!-- <set-header name="Authorization"><value>@((string)context.Variables["left"])</value></set-header> -->
            // ruleid: apim-token-not-sent "'left'"
            <authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="left" />
          </inbound>
        </policies>
      '''
    }
  }
}

// It goes somewhere else, and nobody can tell what happens there.
resource cached 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'cached'
  properties: { displayName: 'cached', path: 'cached', protocols: ['https'] }

  // unknown: apim-token-not-sent
  resource policy 'policies' = {
    name: 'policy'
    properties: {
      format: 'rawxml'
      value: '''
        <policies>
          <inbound>
            <authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="kept" />
            <cache-store-value key="t" value="@((string)context.Variables["kept"])" duration="60" />
          </inbound>
        </policies>
      '''
    }
  }
}

// Another service: what can't be read of one says nothing of the other.
resource second 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'second'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  identity: { type: 'SystemAssigned' }
  properties: { publisherEmail: 'a@b.example', publisherName: 'a' }
}

resource linked 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: second
  name: 'linked'
  properties: { displayName: 'linked', path: 'linked', protocols: ['https'] }

  // unknown: apim-token-not-sent
  resource policy 'policies' = {
    name: 'policy'
    properties: {
      format: 'rawxml-link'
      value: policyUrl
    }
  }
}

// unknown: apim-token-not-sent
resource given 'Microsoft.ApiManagement/service/policies@2024-05-01' = {
  parent: second
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: anyPolicy
  }
}

// A policy may include it that is not here.
// unknown: apim-token-not-sent
resource fragment 'Microsoft.ApiManagement/service/policyFragments@2024-05-01' = {
  parent: gateway
  name: 'alone'
  properties: {
    format: 'rawxml'
    value: '<fragment><authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="alone" /></fragment>'
  }
}

resource there 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'there'
}

// Its APIs may use it.
// unknown: apim-token-not-sent
resource ofThere 'Microsoft.ApiManagement/service/policies@2024-05-01' = {
  parent: there
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: '<policies><inbound><authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="wide" /></inbound></policies>'
  }
}

param wanted bool

resource perhapsMore 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = if (wanted) {
  name: 'gateway/perhapsmore/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-token-not-sent
    value: '<policies><inbound><base /><authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="msi" /></inbound></policies>'
  }
}

resource eachMore 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = [for each in ['a', 'b']: {
  name: 'gateway/eachmore-${each}/policy'
  properties: {
    format: 'rawxml'
    // ruleid: apim-token-not-sent
    value: '<policies><inbound><base /><authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="msi" /></inbound></policies>'
  }
}]

@allowed([
  '<policies><inbound><base /><authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="a" /></inbound></policies>'
  '<policies><inbound><base /><authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="b" /></inbound></policies>'
])
param eitherPolicy string

// Whichever it is.
// unknown: apim-token-not-sent
resource eitherMore 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'other-gateway/eithermore/policy'
  properties: {
    format: 'rawxml'
    value: eitherPolicy
  }
}
