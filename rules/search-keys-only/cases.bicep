param keysOff bool
param options object

// Nothing is said about tokens, so only keys are taken.
// ruleid: search-keys-only "'absent' accepts API keys only"
resource absent 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'absent'
  properties: {}
}

resource keysOnly 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'keys-only'
  properties: {
    // ruleid: search-keys-only
    authOptions: {
      apiKeyOnly: {}
    }
  }
}

resource nothingChosen 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'nothing-chosen'
  properties: {
    // ruleid: search-keys-only
    authOptions: {}
  }
}

resource nulled 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'nulled'
  properties: {
    // ruleid: search-keys-only
    authOptions: null
    disableLocalAuth: false
  }
}

resource both 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'both'
  properties: {
    // ok: search-keys-only
    authOptions: {
      AADorAPIkey: {}
    }
  }
}

// ok: search-keys-only
resource rolesOnly 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'roles-only'
  properties: {
    disableLocalAuth: true
  }
}

// The one that is known decides alone.
resource decided 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'decided'
  properties: {
    disableLocalAuth: keysOff
    // ok: search-keys-only
    authOptions: {
      aadOrApiKey: {}
    }
  }
}

// unknown: search-keys-only
resource perhapsRoles 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'perhaps-roles'
  properties: {
    disableLocalAuth: keysOff
  }
}

resource perhapsBoth 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'perhaps-both'
  properties: {
    // unknown: search-keys-only
    authOptions: options
  }
}

// ok: search-keys-only
resource shared 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'shared'
}
