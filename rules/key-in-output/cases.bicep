// nocase: live Azure shows what came of a template, and not how it was written

param withKey bool
param kind string
param elsewhere string

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: resourceGroup().location
  kind: 'OpenAI'
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

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: 'files'
}

resource chat 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'K'
          // ok: key-in-output
          value: oai.listKeys().key1
        }
      ]
    }
  }
}

// ok: key-in-output
output endpoint string = oai.properties.endpoint

// ruleid: key-in-output "Output 'key' is a key of oai: everybody"
output key string = oai.listKeys().key1

@secure()
// ruleid: key-in-output "Secure output 'guarded' hands on a key of oai"
output guarded string = oai.listKeys().key1

// ruleid: key-in-output "a key of docs"
output searchKeys object = search.listAdminKeys()

// ruleid: key-in-output
output settings object = { endpoint: oai.properties.endpoint, key: oai.listKeys().key1 }

// ruleid: key-in-output
output perhaps string = withKey ? oai.listKeys().key1 : ''

// ruleid: key-in-output
output several array = [for i in range(0, 2): '${i}-${oai.listKeys().key1}']

// unknown: key-in-output
output some string = any.listKeys().key1

// unknown: key-in-output
output other string = listKeys(elsewhere, '2025-06-01').key1

// ok: key-in-output
output storageKey string = storage.listKeys().keys[0].value

// ok: key-in-output
output hasKey bool = !empty(oai.listKeys().key1)

@allowed(['OpenAI', 'AIServices'])
param eitherKind string

resource eitherAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: eitherKind
  properties: { customSubDomainName: 'either' }
}

// Whichever it is.
// ruleid: key-in-output
output eitherKey string = eitherAccount.listKeys().key1
