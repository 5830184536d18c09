// nocase: live Azure refuses such a service, so there is none

param keysOff bool
param options object
param optionsByDefault object = {}

resource empty 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'empty'
  location: resourceGroup().location
  properties: {
    disableLocalAuth: true
    // ruleid: search-auth-options-conflict "Azure refuses to deploy 'empty'"
    authOptions: {}
  }
}

resource rolesOnly 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'roles-only'
  location: resourceGroup().location
  properties: {
    // ok: search-auth-options-conflict
    disableLocalAuth: true
  }
}

resource both 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'both'
  properties: {
    DISABLELOCALAUTH: true
    // ruleid: search-auth-options-conflict
    AuthOptions: {
      aadOrApiKey: {
        aadAuthFailureMode: 'http401WithBearerChallenge'
      }
    }
  }
}

resource keysOnly 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'keys-only'
  properties: {
    disableLocalAuth: true
    // ruleid: search-auth-options-conflict
    authOptions: {
      apiKeyOnly: {}
    }
  }
}

resource nulled 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'nulled'
  properties: {
    disableLocalAuth: true
    // ok: search-auth-options-conflict
    authOptions: null
  }
}

// Keys are on, so there is something to choose.
resource keysOn 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'keys-on'
  properties: {
    disableLocalAuth: false
    // ok: search-auth-options-conflict
    authOptions: {
      aadOrApiKey: {}
    }
  }
}

resource absent 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'absent'
  properties: {
    // ok: search-auth-options-conflict
    authOptions: {
      apiKeyOnly: {}
    }
  }
}

resource byDefault 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'by-default'
  properties: {
    disableLocalAuth: true
    // ruleid: search-auth-options-conflict
    authOptions: optionsByDefault
  }
}

resource decidedLater 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'decided-later'
  properties: {
    disableLocalAuth: keysOff
    // unknown: search-auth-options-conflict "parameter `keysOff` has no value"
    authOptions: {
      aadOrApiKey: {}
    }
  }
}

// Whatever the parameter is, only one of the two is there.
resource either 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'either'
  properties: {
    disableLocalAuth: keysOff
    // ok: search-auth-options-conflict
    authOptions: keysOff ? null : options
  }
}

resource wrongWayRound 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'wrong-way-round'
  properties: {
    disableLocalAuth: keysOff
    // unknown: search-auth-options-conflict
    authOptions: keysOff ? { apiKeyOnly: {} } : null
  }
}

resource loop 'Microsoft.Search/searchServices@2025-05-01' = [
  for name in ['one', 'two']: {
    name: name
    properties: {
      disableLocalAuth: name == 'two'
      // ruleid: search-auth-options-conflict
      authOptions: {
        aadOrApiKey: {}
      }
    }
  }
]

resource never 'Microsoft.Search/searchServices@2025-05-01' = if (1 > 2) {
  name: 'never'
  properties: {
    disableLocalAuth: true
    // ok: search-auth-options-conflict
    authOptions: {}
  }
}

// ok: search-auth-options-conflict
resource shared 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'shared'
}

// This version knows neither of the two.
resource tooOld 'Microsoft.Search/searchServices@2020-08-01' = {
  name: 'too-old'
  properties: {
    disableLocalAuth: true
    // ok: search-auth-options-conflict
    authOptions: {}
  }
}

@allowed(['http403', 'http401WithBearerChallenge'])
param eitherMode string

// Whichever it is.
resource eitherMoreSearch 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'eithermoresearch'
  location: resourceGroup().location
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    // ruleid: search-auth-options-conflict
    authOptions: { aadOrApiKey: { aadAuthFailureMode: eitherMode } }
  }
}
