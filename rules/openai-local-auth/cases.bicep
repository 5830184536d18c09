param keysOff bool
param accountKind string
param location string = resourceGroup().location

resource open 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-open'
  location: location
  kind: 'OpenAI'
  sku: {
    name: 'S0'
  }
  properties: {
    customSubDomainName: 'oai-open'
    // ruleid: openai-local-auth "API keys open 'oai-open' to any network"
    disableLocalAuth: false
  }
}

resource closed 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-closed'
  location: location
  kind: 'OpenAI'
  sku: {
    name: 'S0'
  }
  properties: {
    customSubDomainName: 'oai-closed'
    // ok: openai-local-auth
    disableLocalAuth: true
  }
}

// Left out means that keys are on.
// ruleid: openai-local-auth "'ai-absent'"
resource absent 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'ai-absent'
  location: location
  kind: 'AIServices'
  properties: {}
}

// Not even properties are needed for that.
// ruleid: openai-local-auth
resource bare 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'ai-bare'
  location: location
  kind: 'CognitiveServices'
}

// Null is the same as left out.
resource nothing 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-null'
  location: location
  kind: 'OpenAI'
  properties: {
    // ruleid: openai-local-auth
    disableLocalAuth: null
  }
}

resource decidedLater 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-later'
  location: location
  kind: 'OpenAI'
  properties: {
    // unknown: openai-local-auth "keysOff"
    disableLocalAuth: keysOff
  }
}

// Whatever its kind turns out to be, keys are off.
resource closedAnyKind 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'any-closed'
  location: location
  kind: accountKind
  properties: {
    // ok: openai-local-auth
    disableLocalAuth: true
  }
}

// Keys are on, but it may be a kind that this rule is not about.
resource openAnyKind 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'any-open'
  location: location
  kind: accountKind
  properties: {
    // unknown: openai-local-auth "accountKind"
    disableLocalAuth: false
  }
}

// Speech is no business of this rule.
resource speech 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'speech'
  location: location
  kind: 'SpeechServices'
  properties: {
    // ok: openai-local-auth
    disableLocalAuth: false
  }
}

// Azure takes types, kinds and names of properties in any case.
resource shouted 'MICROSOFT.COGNITIVESERVICES/ACCOUNTS@2025-06-01' = {
  name: 'oai-shouted'
  location: location
  kind: 'OPENAI'
  properties: {
    // ruleid: openai-local-auth
    DisableLocalAuth: false
  }
}

resource loop 'Microsoft.CognitiveServices/accounts@2025-06-01' = [
  for i in range(0, 3): {
    name: 'oai-${i}'
    location: location
    kind: 'OpenAI'
    properties: {
      // ruleid: openai-local-auth
      // nofix: openai-local-auth "it is computed by `i != 2`"
      disableLocalAuth: i != 2
    }
  }
]

resource chosenOpen 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-chosen-open'
  location: location
  kind: 'OpenAI'
  properties: {
    // ruleid: openai-local-auth
    // nofix: openai-local-auth "it depends on a condition"
    disableLocalAuth: length('dev') == 3 ? false : true
  }
}

// Both branches say the same, so the condition does not matter.
resource chosenEitherWay 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-either'
  location: location
  kind: 'OpenAI'
  properties: {
    // ok: openai-local-auth
    disableLocalAuth: keysOff ? true : !false
  }
}

resource chosenLater 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-chosen-later'
  location: location
  kind: 'OpenAI'
  properties: {
    // unknown: openai-local-auth
    disableLocalAuth: startsWith(accountKind, 'dev') ? false : true
  }
}

// It is certainly not deployed.
resource never 'Microsoft.CognitiveServices/accounts@2025-06-01' = if (1 > 2) {
  name: 'oai-never'
  location: location
  kind: 'OpenAI'
  properties: {
    // ok: openai-local-auth
    disableLocalAuth: false
  }
}

// Nothing is declared about an account that is there already, so nothing can be said.
// ok: openai-local-auth
resource shared 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'oai-shared'
}

// The first version that knows the property is 2021-04-30: an older one leaves it out.
resource tooOld 'Microsoft.CognitiveServices/accounts@2017-04-18' = {
  name: 'oai-too-old'
  kind: 'OpenAI'
  properties: {
    // ruleid: openai-local-auth
    disableLocalAuth: true
  }
}

resource oldEnough 'Microsoft.CognitiveServices/accounts@2021-04-30' = {
  name: 'oai-old-enough'
  kind: 'OpenAI'
  properties: {
    // ok: openai-local-auth
    disableLocalAuth: true
  }
}

// From inside alone: keys are on all the same.
resource inside 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-inside'
  kind: 'OpenAI'
  properties: {
    publicNetworkAccess: 'disabled'
    // ruleid: openai-local-auth "API keys open 'oai-inside': disableLocalAuth"
    disableLocalAuth: false
  }
}

// ruleid: openai-local-auth "API keys open 'oai-filtered': disableLocalAuth"
resource filtered 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-filtered'
  kind: 'OpenAI'
  properties: {
    networkAcls: {
      defaultAction: 'Deny'
    }
  }
}

// What the perimeter lets in is not known, that keys are on is.
// ruleid: openai-local-auth "API keys open 'oai-perimeter': disableLocalAuth"
resource perimeter 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-perimeter'
  kind: 'OpenAI'
  properties: {
    publicNetworkAccess: 'SecuredByPerimeter'
  }
}

@allowed(['OpenAI', 'AIServices'])
param eitherKind string

resource eitherAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: eitherKind
  properties: {
    // ruleid: openai-local-auth
    disableLocalAuth: false
  }
}

// Its own setting counts no more once the perimeter is enforced.
resource behind 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-behind'
  kind: 'OpenAI'
  properties: {
    // ruleid: openai-local-auth "API keys open 'oai-behind': disableLocalAuth"
    disableLocalAuth: false
  }
}

resource behindPerimeter 'Microsoft.Network/networkSecurityPerimeters/resourceAssociations@2024-07-01' = {
  name: 'edge/oai-behind'
  properties: {
    accessMode: 'Enforced'
    privateLinkResource: { id: behind.id }
  }
}

// A perimeter that only watches keeps nobody out.
resource watched 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai-watched'
  kind: 'OpenAI'
  properties: {
    // ruleid: openai-local-auth "API keys open 'oai-watched' to any network"
    disableLocalAuth: false
  }
}

resource watchedPerimeter 'Microsoft.Network/networkSecurityPerimeters/resourceAssociations@2024-07-01' = {
  name: 'edge/oai-watched'
  properties: {
    accessMode: 'Learning'
    privateLinkResource: { id: watched.id }
  }
}
