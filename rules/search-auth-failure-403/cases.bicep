@allowed(['http403', 'http401WithBearerChallenge'])
param mode string

param keysOnly bool

resource forbidden 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'forbidden'
  location: 'westeurope'
  properties: {
    authOptions: {
      aadOrApiKey: {
        // ruleid: search-auth-failure-403 "'forbidden' answers 403"
        aadAuthFailureMode: 'http403'
      }
    }
  }
}

resource challenge 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'challenge'
  location: 'westeurope'
  properties: {
    authOptions: {
      aadOrApiKey: {
        // ok: search-auth-failure-403
        aadAuthFailureMode: 'http401WithBearerChallenge'
      }
    }
  }
}

resource otherCase 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'other-case'
  properties: {
    AuthOptions: {
      AADorAPIkey: {
        // ruleid: search-auth-failure-403
        AadAuthFailureMode: 'HTTP403'
      }
    }
  }
}

resource absent 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'absent'
  properties: {
    authOptions: {
      // ok: search-auth-failure-403
      aadOrApiKey: {}
    }
  }
}

resource nulled 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'nulled'
  properties: {
    authOptions: {
      aadOrApiKey: {
        // ok: search-auth-failure-403
        aadAuthFailureMode: null
      }
    }
  }
}

// ok: search-auth-failure-403
resource noOptions 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'no-options'
  properties: {}
}

resource decidedLater 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'decided-later'
  properties: {
    authOptions: {
      aadOrApiKey: {
        // unknown: search-auth-failure-403 "parameter `mode` has no value"
        aadAuthFailureMode: mode
      }
    }
  }
}

resource perhaps 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'perhaps'
  properties: {
    // unknown: search-auth-failure-403 "parameter `keysOnly` has no value"
    authOptions: keysOnly ? { apiKeyOnly: {} } : { aadOrApiKey: { aadAuthFailureMode: 'http403' } }
  }
}

resource loop 'Microsoft.Search/searchServices@2025-05-01' = [
  for answer in ['http403', 'http401WithBearerChallenge']: {
    name: 'loop-${answer}'
    properties: {
      authOptions: {
        aadOrApiKey: {
          // ruleid: search-auth-failure-403
          // nofix: search-auth-failure-403 "decides other things"
          aadAuthFailureMode: answer
        }
      }
    }
  }
]

// ok: search-auth-failure-403
resource shared 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'shared'
}

param wanted bool

resource perhapsSearch 'Microsoft.Search/searchServices@2025-05-01' = if (wanted) {
  name: 'perhapssearch'
  location: resourceGroup().location
  sku: { name: 'basic' }
  properties: {
    authOptions: {
      aadOrApiKey: {
        // ruleid: search-auth-failure-403
        aadAuthFailureMode: 'http403'
      }
    }
  }
}
