// nocase: live Azure shows what came of a template, and not how it was written

param off bool

resource closed 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'closed'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: {
    disableLocalAuth: true
  }
}

resource open 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'open'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: {
    disableLocalAuth: false
  }
}

resource unsaid 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'unsaid'
  location: resourceGroup().location
}

resource perhaps 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'perhaps'
  location: resourceGroup().location
  properties: {
    disableLocalAuth: off
  }
}

resource closedSearch 'microsoft.search/SEARCHSERVICES@2025-05-01' = {
  name: 'closed-search'
  location: resourceGroup().location
  properties: {
    DisableLocalAuth: true
  }
}

// An api-version that knows no such property leaves keys on.
resource tooOld 'Microsoft.Search/searchServices@2020-08-01' = {
  name: 'too-old'
  location: resourceGroup().location
  properties: {
    disableLocalAuth: true
  }
}

resource shared 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'shared'
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_OPENAI_KEY'
          // ruleid: list-keys-without-keys "keys of 'closed' (listKeys) makes the deployment fail"
          value: closed.listKeys().key1
        }
        {
          name: 'OTHER'
          // ok: list-keys-without-keys
          value: open.listKeys().key1
        }
        {
          name: 'SEARCH'
          // ok: list-keys-without-keys
          value: unsaid.listAdminKeys().primaryKey
        }
        {
          name: 'OLD'
          // ok: list-keys-without-keys
          value: tooOld.listAdminKeys().primaryKey
        }
        {
          name: 'SHARED'
          // unknown: list-keys-without-keys
          value: shared.listAdminKeys().primaryKey
        }
        // What stands in the place of a key was listed by nobody.
        {
          name: 'AZURE_SEARCH_KEY'
          // ok: list-keys-without-keys
          value: 'abc'
        }
      ]
    }
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  name: 'kv/search'
  properties: {
    // ruleid: list-keys-without-keys "keys of 'closed-search' (listQueryKeys)"
    value: closedSearch.listQueryKeys().value[0].key
  }
}

// ruleid: list-keys-without-keys
var key = closed.listKeys().key1

// Where the key is listed counts, not how often it is used.
output one string = key
output two string = key

// unknown: list-keys-without-keys
output three string = perhaps.listAdminKeys().primaryKey

resource connection 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  name: 'hub/openai'
  properties: {
    category: 'AzureOpenAI'
    authType: 'ApiKey'
    target: closed.properties.endpoint
    credentials: {
      // ruleid: list-keys-without-keys
      key: closed.listKeys().key2
    }
  }
}

@allowed(['OpenAI', 'AIServices'])
param eitherKind string

resource eitherAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: eitherKind
  properties: { disableLocalAuth: true }
}

// Whichever it is.
resource eitherSite 'Microsoft.Web/sites@2024-04-01' = {
  name: 'either-site'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'SOME_KEY'
          // ruleid: list-keys-without-keys
          value: eitherAccount.listKeys().key1
        }
      ]
    }
  }
}

type exporting = { name: string, off: bool? }
param exportTo exporting?
param local bool?

resource nullByDefault 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'null-by-default'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: { disableLocalAuth: local }
}

resource offByDefault 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'off-by-default'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: { disableLocalAuth: exportTo.?off ?? true }
}

// Without a value there is no option: keys are on as they are by default, ...
// ok: list-keys-without-keys
output whereOn string = nullByDefault.listKeys().key1

// ... nobody asks for a key, ...
// ok: list-keys-without-keys
output notWanted string = exportTo != null ? closed.listKeys().key1 : ''

// ... or the other side of `??` counts.
// ruleid: list-keys-without-keys
output whereOff string = offByDefault.listKeys().key1

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'gateway'
}

// Policies name it.
resource namedKey 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = {
  parent: gateway
  name: 'openai-key'
  properties: {
    displayName: 'openai-key'
    secret: true
    // ruleid: list-keys-without-keys
    // nofix: list-keys-without-keys "no fix"
    value: closed.listKeys().key1
  }
}
