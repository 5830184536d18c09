// nocase: live Azure shows no secret's value, and no way that it came

param kind string
@secure()
param given string

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: resourceGroup().location
  kind: 'AIServices'
  properties: {}
}

resource any 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'any'
  location: resourceGroup().location
  kind: kind
  properties: {}
}

resource search 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'docs'
}

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' existing = {
  name: 'items'
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: 'kv'
}

resource openAiKey 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'openai-key'
  properties: {
    // ruleid: key-copied-to-key-vault "Secret 'openai-key' is a copy of a key of oai"
    value: oai.listKeys().key1
  }
}

resource searchKeys 'Microsoft.KeyVault/vaults/SECRETS@2024-11-01' = [
  for name in ['one', 'two']: {
    parent: vault
    name: name
    properties: {
      contentType: 'text/plain'
      // ruleid: key-copied-to-key-vault
      value: '{"key":"${search.listAdminKeys().primaryKey}"}'
    }
  }
]

resource some 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'some'
  properties: {
    // unknown: key-copied-to-key-vault
    value: any.listKeys().key1
  }
}

resource other 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'cosmos'
  properties: {
    // ok: key-copied-to-key-vault
    value: cosmos.listKeys().primaryMasterKey
  }
}

resource handed 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'handed'
  properties: {
    // ok: key-copied-to-key-vault
    value: given
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  name: 'chat/appsettings'
  properties: {
    // ok: key-copied-to-key-vault
    K: oai.listKeys().key1
  }
}

@allowed(['OpenAI', 'AIServices'])
param eitherKind string

resource eitherAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: eitherKind
  properties: { customSubDomainName: 'either' }
}

// Whichever it is.
resource eitherKey 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'either-key'
  properties: {
    // ruleid: key-copied-to-key-vault
    value: eitherAccount.listKeys().key1
  }
}
