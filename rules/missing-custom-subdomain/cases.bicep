param anyName string
param maybeName string?
param anyKind string
param named bool

@allowed(['OpenAI', 'AIServices'])
param ourKind string

// ruleid: missing-custom-subdomain "'absent' has no customSubDomainName"
resource absent 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'absent'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    disableLocalAuth: true
  }
}

resource present 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'present'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    // ok: missing-custom-subdomain
    customSubDomainName: 'present'
  }
}

// ruleid: missing-custom-subdomain
resource bare 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'bare'
  kind: 'AIServices'
}

resource nulled 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'nulled'
  kind: 'COGNITIVESERVICES'
  properties: {
    // ruleid: missing-custom-subdomain
    customSubDomainName: null
  }
}

resource otherCase 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'other-case'
  kind: 'aiservices'
  properties: {
    // ok: missing-custom-subdomain
    customSubdomainName: 'other-case'
  }
}

// A text that must be given is there, whatever it says.
resource given 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'given'
  kind: 'OpenAI'
  properties: {
    // ok: missing-custom-subdomain
    customSubDomainName: anyName
  }
}

resource unique 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'unique'
  kind: 'OpenAI'
  properties: {
    // ok: missing-custom-subdomain
    customSubDomainName: 'oai-${uniqueString(resourceGroup().id)}'
  }
}

resource notAsked 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'not-asked'
  kind: 'OpenAI'
  properties: {
    // ruleid: missing-custom-subdomain
    // nofix: missing-custom-subdomain "gets its value when it is deployed"
    customSubDomainName: maybeName
  }
}

resource decidedLater 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'decided-later'
  kind: 'OpenAI'
  properties: {
    // unknown: missing-custom-subdomain "parameter `named` has no value"
    customSubDomainName: named ? 'decided-later' : null
  }
}

// Both kinds need one.
// ruleid: missing-custom-subdomain
resource chosen 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'chosen'
  kind: ourKind
  properties: {}
}

// unknown: missing-custom-subdomain "parameter `anyKind` has no value"
resource anyAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'any-account'
  kind: anyKind
  properties: {}
}

resource anyAccountNamed 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'any-account-named'
  kind: anyKind
  properties: {
    // ok: missing-custom-subdomain
    customSubDomainName: 'any-account-named'
  }
}

// Other kinds take tokens elsewhere, or are none of ours.
// ok: missing-custom-subdomain
resource vision 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'vision'
  kind: 'ComputerVision'
  properties: {}
}

// ok: missing-custom-subdomain
resource speech 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'speech'
  kind: 'SpeechServices'
  properties: {}
}

// ruleid: missing-custom-subdomain "'speech-inside'"
resource speechInside 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'speech-inside'
  kind: 'SpeechServices'
  properties: {}
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'speech-inside'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      {
        name: 'speech'
        properties: {
          privateLinkServiceId: speechInside.id
          groupIds: ['account']
        }
      }
    ]
  }
}

resource loop 'Microsoft.CognitiveServices/accounts@2025-06-01' = [
  for i in range(0, 2): {
    name: 'loop-${i}'
    kind: 'OpenAI'
    properties: {
      // ruleid: missing-custom-subdomain
      // nofix: missing-custom-subdomain "it depends on a condition"
      customSubDomainName: i == 0 ? 'loop-0' : null
    }
  }
]

// ok: missing-custom-subdomain
resource never 'Microsoft.CognitiveServices/accounts@2025-06-01' = if (1 > 2) {
  name: 'never'
  kind: 'OpenAI'
  properties: {}
}

// ok: missing-custom-subdomain
resource shared 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'shared'
}
