// nocase: live Azure shows what came of a template, and not how it was written

param keysOff bool = false
param keysOffOrNot bool? = null
param safe bool = true
param given bool
param anyKind string

resource open 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'open'
  kind: 'OpenAI'
  properties: {
    // ruleid: keys-on-by-default "whose default leaves keys on"
    disableLocalAuth: keysOff
  }
}

resource nulled 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'nulled'
  properties: {
    // ruleid: keys-on-by-default
    disableLocalAuth: keysOffOrNot
  }
}

var through = keysOff

resource byVariable 'Microsoft.Search/SEARCHSERVICES@2025-05-01' = [
  for i in range(0, 2): {
    name: 'many-${i}'
    properties: {
      // ruleid: keys-on-by-default
      disableLocalAuth: through
    }
  }
]

resource closed 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'closed'
  kind: 'AIServices'
  properties: {
    // ok: keys-on-by-default
    disableLocalAuth: safe
  }
}

// Without a default whoever deploys it has to say.
resource asked 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'asked'
  kind: 'OpenAI'
  properties: {
    // ok: keys-on-by-default
    disableLocalAuth: given
  }
}

resource written 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'written'
  kind: 'OpenAI'
  properties: {
    // ok: keys-on-by-default
    disableLocalAuth: false
  }
}

// ok: keys-on-by-default
resource absent 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'absent'
  properties: {}
}

resource speech 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'speech'
  kind: 'SpeechServices'
  properties: {
    // ok: keys-on-by-default
    disableLocalAuth: keysOff
  }
}

resource some 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'some'
  kind: anyKind
  properties: {
    // unknown: keys-on-by-default
    disableLocalAuth: keysOff
  }
}

// ok: keys-on-by-default
resource there 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'there'
}

@allowed(['OpenAI', 'AIServices'])
param eitherKind string

resource eitherAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: eitherKind
  properties: {
    // ruleid: keys-on-by-default
    disableLocalAuth: moreKeysOff
  }
}

param moreKeysOff bool = false
param wanted bool

resource perhapsAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = if (wanted) {
  name: 'perhaps-account'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: {
    // ruleid: keys-on-by-default
    disableLocalAuth: moreKeysOff
  }
}
