param keysOff bool

resource open 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'open'
  location: resourceGroup().location
  properties: {
    // ruleid: search-local-auth "API keys open 'open' to any network"
    disableLocalAuth: false
  }
}

resource closed 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'closed'
  properties: {
    // ok: search-local-auth
    disableLocalAuth: true
  }
}

// Absent means that keys are on.
// ruleid: search-local-auth
resource absent 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'absent'
  properties: {}
}

// Null is the same as absent.
resource nothing 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'nothing'
  properties: {
    // ruleid: search-local-auth
    disableLocalAuth: null
  }
}

// Tokens are taken, and keys still are.
// ruleid: search-local-auth
resource both 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'both'
  properties: {
    authOptions: {
      aadOrApiKey: {
        aadAuthFailureMode: 'http401WithBearerChallenge'
      }
    }
  }
}

resource decidedLater 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'decided-later'
  properties: {
    // unknown: search-local-auth
    disableLocalAuth: keysOff
  }
}

resource loop 'Microsoft.Search/searchServices@2025-05-01' = [
  for name in ['one', 'two']: {
    name: name
    properties: {
      // ruleid: search-local-auth
      // nofix: search-local-auth "it is computed by `name == 'one'`"
      disableLocalAuth: name == 'one'
    }
  }
]

// Nothing is declared about it, so nothing can be said.
// ok: search-local-auth
resource shared 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'shared'
}

// Before 2021-04-01-preview no version can switch keys off.
resource tooOld 'Microsoft.Search/searchServices@2020-08-01' = {
  name: 'too-old'
  properties: {
    // ruleid: search-local-auth
    disableLocalAuth: true
  }
}

resource oldEnough 'Microsoft.Search/searchServices@2021-04-01-preview' = {
  name: 'old-enough'
  properties: {
    // ok: search-local-auth
    disableLocalAuth: true
  }
}

// From inside alone: keys are on all the same.
resource inside 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'inside'
  properties: {
    publicNetworkAccess: 'Disabled'
    // ruleid: search-local-auth "API keys open 'inside': disableLocalAuth"
    disableLocalAuth: false
  }
}

// ruleid: search-local-auth "API keys open 'filtered': disableLocalAuth"
resource filtered 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'filtered'
  properties: {
    networkRuleSet: {
      ipRules: [{ value: '203.0.113.7' }]
    }
  }
}

// What the perimeter lets in is not known, that keys are on is.
// ruleid: search-local-auth "API keys open 'perimeter': disableLocalAuth"
resource perimeter 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'perimeter'
  properties: {
    publicNetworkAccess: 'securedByPerimeter'
  }
}

@allowed([false])
param onlyOff bool

// Whichever it is.
resource eitherWay 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'eitherway'
  location: resourceGroup().location
  sku: { name: 'basic' }
  properties: {
    // ruleid: search-local-auth
    // nofix: search-local-auth "gets its value when it is deployed"
    disableLocalAuth: onlyOff
  }
}

param wanted bool

resource perhapsSearch 'Microsoft.Search/searchServices@2025-05-01' = if (wanted) {
  name: 'perhapssearch'
  location: resourceGroup().location
  sku: { name: 'basic' }
  properties: {
    // ruleid: search-local-auth
    disableLocalAuth: false
  }
}

// Its own setting counts no more once the perimeter is enforced.
resource behind 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'behind'
  properties: {
    // ruleid: search-local-auth "API keys open 'behind': disableLocalAuth"
    disableLocalAuth: false
  }
}

resource behindPerimeter 'Microsoft.Network/networkSecurityPerimeters/resourceAssociations@2024-07-01' = {
  name: 'edge/behind'
  properties: {
    accessMode: 'Enforced'
    privateLinkResource: { id: behind.id }
  }
}
