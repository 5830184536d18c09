param keysOff bool
param options object

// Nothing is said about tokens, so only keys are taken.
// ruleid: search-keys-only "'absent' accepts API keys only: a managed identity would"
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

// What turns keys on is to be changed where nothing is said of tokens.
resource keysKept 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'keys-kept'
  properties: {
    // ruleid: search-keys-only
    disableLocalAuth: false
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

resource perhapsRoles 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'perhaps-roles'
  properties: {
    // unknown: search-keys-only
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

// Somebody comes with a token: that call fails for certain.
// ruleid: search-keys-only "'called' accepts API keys only, so every managed identity gets"
resource called 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'called'
}

resource caller 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${called.name}.search.windows.net' }
      ]
    }
  }
}

// Somebody was given a role for it, which has no effect.
// ruleid: search-keys-only "'granted' accepts API keys only, so every managed identity gets"
resource granted 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'granted'
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(granted.id, caller.id, 'reader')
  scope: granted
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    principalId: caller.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A role for another service says nothing about tokens for this one.
// ruleid: search-keys-only "'otherwise' accepts API keys only: a managed identity would"
resource otherwise 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'otherwise'
}

resource openAiUser 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(otherwise.id, caller.id, 'openai-user')
  scope: otherwise
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: caller.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// A caller with a key is no reason to worry.
// ruleid: search-keys-only "'calledWithKey' accepts API keys only: a managed identity would"
resource calledWithKey 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'calledWithKey'
}

resource callerWithKey 'Microsoft.Web/sites@2024-04-01' = {
  name: 'old'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${calledWithKey.name}.search.windows.net' }
        { name: 'AZURE_SEARCH_KEY', value: calledWithKey.listAdminKeys().primaryKey }
      ]
    }
  }
}

resource tooOld 'Microsoft.Search/searchServices@2020-08-01' = {
  name: 'too-old'
  properties: {
    // ruleid: search-keys-only
    authOptions: {
      aadOrApiKey: {}
    }
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
    // ruleid: search-keys-only
    // nofix: search-keys-only "gets its value when it is deployed"
    disableLocalAuth: onlyOff
  }
}

param wanted bool

resource perhapsSearch 'Microsoft.Search/searchServices@2025-05-01' = if (wanted) {
  name: 'perhapssearch'
  location: resourceGroup().location
  sku: { name: 'basic' }
  properties: {
    // ruleid: search-keys-only
    disableLocalAuth: false
  }
}

resource eachSearch 'Microsoft.Search/searchServices@2025-05-01' = [for each in ['each-a', 'each-b']: {
  name: each
  location: resourceGroup().location
  sku: { name: 'basic' }
  properties: {
    // ruleid: search-keys-only
    disableLocalAuth: false
  }
}]
