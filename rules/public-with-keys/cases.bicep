param keysOff bool
param anyAccess string
param anyKind string
param addresses array

@allowed(['Allow', 'Deny'])
param action string

// ruleid: public-with-keys "'open' takes keys, and no network rule says from where"
resource open 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'open'
  location: 'westeurope'
  kind: 'OpenAI'
  properties: {}
}

resource keyless 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'keyless'
  location: 'westeurope'
  kind: 'OpenAI'
  properties: {
    disableLocalAuth: true
    // ok: public-with-keys
    publicNetworkAccess: 'Enabled'
  }
}

resource inside 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'inside'
  kind: 'AIServices'
  properties: {
    disableLocalAuth: false
    // ok: public-with-keys
    publicNetworkAccess: 'DISABLED'
  }
}

resource said 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'said'
  kind: 'COGNITIVESERVICES'
  properties: {
    disableLocalAuth: null
    // ruleid: public-with-keys
    PublicNetworkAccess: 'enabled'
  }
}

// ok: public-with-keys
resource denied 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'denied'
  kind: 'OpenAI'
  properties: {
    networkAcls: {
      defaultAction: 'deny'
      ipRules: [{ value: '203.0.113.0/24' }]
    }
  }
}

// Rules without Deny keep nobody out.
// ruleid: public-with-keys
resource allowed 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'allowed'
  kind: 'OpenAI'
  properties: {
    networkAcls: {
      defaultAction: 'Allow'
      ipRules: [{ value: '203.0.113.0/24' }]
    }
  }
}

// ruleid: public-with-keys
resource noAction 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'no-action'
  kind: 'OpenAI'
  properties: {
    networkAcls: {
      ipRules: []
    }
  }
}

// unknown: public-with-keys "parameter `action` has no value"
resource actionLater 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'action-later'
  kind: 'OpenAI'
  properties: {
    networkAcls: {
      defaultAction: action
    }
  }
}

resource accessLater 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'access-later'
  kind: 'OpenAI'
  properties: {
    // unknown: public-with-keys "parameter `anyAccess` has no value"
    publicNetworkAccess: anyAccess
  }
}

resource keysLater 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'keys-later'
  kind: 'OpenAI'
  properties: {
    disableLocalAuth: keysOff
    // unknown: public-with-keys "parameter `keysOff` has no value"
    publicNetworkAccess: 'Enabled'
  }
}

// unknown: public-with-keys "parameter `anyKind` has no value"
resource kindLater 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'kind-later'
  kind: anyKind
  properties: {}
}

// ok: public-with-keys
resource vision 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'vision'
  kind: 'ComputerVision'
  properties: {}
}

// ok: public-with-keys
resource sharedAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'shared'
}

// ruleid: public-with-keys "'docs'"
resource search 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
  location: 'westeurope'
}

resource searchInside 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs-inside'
  properties: {
    // ok: public-with-keys
    publicNetworkAccess: 'disabled'
  }
}

// ok: public-with-keys
resource searchFiltered 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs-filtered'
  properties: {
    networkRuleSet: {
      ipRules: [{ value: '203.0.113.7' }]
    }
  }
}

// ruleid: public-with-keys
resource searchNoRules 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs-no-rules'
  properties: {
    networkRuleSet: {
      bypass: 'AzureServices'
      ipRules: []
    }
  }
}

// An account's word for it means nothing to Search.
// ruleid: public-with-keys
resource searchAcls 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs-acls'
  properties: {
    networkAcls: {
      defaultAction: 'Deny'
    }
  }
}

// unknown: public-with-keys "parameter `addresses` has no value"
resource searchLater 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs-later'
  properties: {
    networkRuleSet: {
      ipRules: [for address in addresses: { value: address }]
    }
  }
}

// What the perimeter lets in is written elsewhere.
resource perimeter 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs-perimeter'
  properties: {
    // unknown: public-with-keys "perimeter"
    publicNetworkAccess: 'securedByPerimeter'
  }
}

resource perimeterKeyless 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs-perimeter-keyless'
  properties: {
    disableLocalAuth: true
    // ok: public-with-keys
    publicNetworkAccess: 'SecuredByPerimeter'
  }
}

// ruleid: public-with-keys
resource loop 'Microsoft.Search/searchServices@2025-05-01' = [
  for keyless in [true, false]: {
    name: 'loop-${keyless}'
    properties: {
      disableLocalAuth: keyless
    }
  }
]

// ok: public-with-keys
resource never 'Microsoft.Search/searchServices@2025-05-01' = if (1 > 2) {
  name: 'never'
}

// What an enforced perimeter lets in is written elsewhere.
// unknown: public-with-keys "perimeter"
resource behind 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs-behind'
  properties: {
    disableLocalAuth: false
  }
}

resource behindPerimeter 'Microsoft.Network/networkSecurityPerimeters/resourceAssociations@2024-07-01' = {
  name: 'edge/docs-behind'
  properties: {
    accessMode: 'Enforced'
    privateLinkResource: { id: behind.id }
  }
}
