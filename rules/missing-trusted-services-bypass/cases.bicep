param anyBypass string
param anyAccess string

resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'srch'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    // ruleid: missing-trusted-services-bypass "'srch' is closed to public networks"
    publicNetworkAccess: 'DISABLED'
  }
}

resource byRules 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'by-rules'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    // ruleid: missing-trusted-services-bypass "caller gets 403"
    networkRuleSet: { ipRules: [{ value: '203.0.113.7' }], bypass: 'None' }
  }
}

resource admitting 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'admitting'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    publicNetworkAccess: 'disabled'
    // ok: missing-trusted-services-bypass
    networkRuleSet: { bypass: 'azureservices' }
  }
}

resource open 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'open'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
  }
}

resource unknownBypass 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'unknown-bypass'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    publicNetworkAccess: 'disabled'
    // unknown: missing-trusted-services-bypass
    networkRuleSet: { bypass: anyBypass }
  }
}

resource unknownAccess 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'unknown-access'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    // unknown: missing-trusted-services-bypass
    publicNetworkAccess: anyAccess
  }
}

// Nobody is seen to call it.
resource alone 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'alone'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    publicNetworkAccess: 'disabled'
  }
}

resource there 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'there'
}

// An account calls by its connections.
resource caller 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'caller'
  location: 'westeurope'
  kind: 'AIServices'
  sku: { name: 'S0' }
  identity: { type: 'SystemAssigned' }
  properties: { customSubDomainName: 'caller', disableLocalAuth: true, allowProjectManagement: true }
}

resource connections 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = [for name in ['srch', 'by-rules', 'admitting', 'open', 'unknown-bypass', 'unknown-access', 'there']: {
  parent: caller
  name: 'to-${name}'
  properties: {
    category: 'CognitiveSearch'
    target: 'https://${name}.search.windows.net'
    authType: 'AAD'
  }
}]

// With a key it is no trusted service.
resource keyed 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: caller
  name: 'to-alone'
  properties: {
    category: 'CognitiveSearch'
    target: 'https://alone.search.windows.net'
    authType: 'ApiKey'
    credentials: { key: 'x' }
  }
}

resource denying 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'denying'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'denying'
    disableLocalAuth: true
    // ruleid: missing-trusted-services-bypass "'denying' is closed"
    networkAcls: { defaultAction: 'deny', bypass: 'None' }
  }
}

// What an account does that does not say it, nobody has written down.
resource unsaid 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'unsaid'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'unsaid'
    disableLocalAuth: true
    // unknown: missing-trusted-services-bypass
    publicNetworkAccess: 'Disabled'
  }
}

resource toAccounts 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = [for name in ['denying', 'unsaid']: {
  parent: caller
  name: 'to-${name}'
  properties: {
    category: 'AzureOpenAI'
    target: 'https://${name}.openai.azure.com'
    authType: 'AAD'
  }
}]

// A caller in a network of its own may have a private way.
resource inNetwork 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'in-network'
  location: 'westeurope'
  kind: 'AIServices'
  sku: { name: 'S0' }
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'in-network'
    disableLocalAuth: true
    #disable-next-line BCP037
    networkInjections: [{ scenario: 'agent', subnetArmId: resourceId('Microsoft.Network/virtualNetworks/subnets', 'v', 's') }]
  }

  resource connection 'connections' = {
    name: 'to-private'
    properties: {
      category: 'CognitiveSearch'
      target: 'https://private.search.windows.net'
      authType: 'AAD'
    }
  }
}

resource private 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'private'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    // unknown: missing-trusted-services-bypass
    publicNetworkAccess: 'disabled'
  }
}

// A hub with a rule that leads there.
resource hub 'Microsoft.MachineLearningServices/workspaces@2025-06-01' = {
  name: 'hub'
  location: 'westeurope'
  kind: 'Hub'
  identity: { type: 'SystemAssigned' }
  properties: {
    managedNetwork: {
      isolationMode: 'AllowOnlyApprovedOutbound'
      outboundRules: {
        oai: {
          type: 'PrivateEndpoint'
          destination: { serviceResourceId: linked.id, subresourceTarget: 'account' }
        }
      }
    }
  }

  resource connection 'connections' = {
    name: 'to-linked'
    properties: {
      category: 'AzureOpenAI'
      target: 'https://linked.openai.azure.com'
      authType: 'ManagedIdentity'
    }
  }
}

resource linked 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'linked'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'linked'
    disableLocalAuth: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'None' }
  }
}

param wanted bool

resource perhapsMore 'Microsoft.Search/searchServices@2025-05-01' = if (wanted) {
  name: 'perhapsmore'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    // ruleid: missing-trusted-services-bypass
    networkRuleSet: { ipRules: [{ value: '203.0.113.7' }], bypass: 'None' }
  }
}

@allowed(['None', 'none'])
param eitherBypass string

// Whichever it is.
resource eitherMore 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'eithermore'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    // nofix: missing-trusted-services-bypass "gets its value when it is deployed"
    // ruleid: missing-trusted-services-bypass
    networkRuleSet: { ipRules: [{ value: '203.0.113.7' }], bypass: eitherBypass }
  }
}

resource moreConnections 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = [for name in ['perhapsmore', 'eithermore']: {
  parent: caller
  name: 'more-${name}'
  properties: {
    category: 'CognitiveSearch'
    target: 'https://${name}.search.windows.net'
    authType: 'AAD'
  }
}]
