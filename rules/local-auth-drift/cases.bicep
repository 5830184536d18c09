// nocase: condition what Azure has is compared, and that is there
// nocase: choice a value that is not known is not compared
// nocase: live it compares a template with Azure; neither alone can fail

// snapshot.json says what there is in Azure.
param keysOff bool
param anyName string

resource reopened 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'reopened'
  kind: 'OpenAI'
  properties: {
    // ruleid: local-auth-drift "`az resource update -n reopened -g rg --resource-type Microsoft.CognitiveServices/accounts --set properties.disableLocalAuth=true`"
    disableLocalAuth: true
  }
}

// Azure leaves out what was never set, and then keys are on.
resource silent 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'Silent'
  kind: 'AIServices'
  properties: {
    // ruleid: local-auth-drift "somebody turned them on"
    disableLocalAuth: true
  }
}

resource kept 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'kept'
  kind: 'OpenAI'
  properties: {
    // ok: local-auth-drift
    disableLocalAuth: true
  }
}

// Keys are on in both: that is no drift, and another rule's business.
resource open 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'open'
  kind: 'OpenAI'
  properties: {
    // ok: local-auth-drift
    disableLocalAuth: false
  }
}

// ok: local-auth-drift
resource absent 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'absent'
  kind: 'OpenAI'
}

resource speech 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'speech'
  kind: 'SpeechServices'
  properties: {
    // ok: local-auth-drift
    disableLocalAuth: true
  }
}

resource missing 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'not-in-the-snapshot'
  kind: 'OpenAI'
  properties: {
    // unknown: local-auth-drift "the snapshot has nothing"
    disableLocalAuth: true
  }
}

resource anywhere 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'twice'
  kind: 'OpenAI'
  properties: {
    // unknown: local-auth-drift "which of the 2 resources"
    disableLocalAuth: true
  }
}

resource nameless 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: anyName
  kind: 'OpenAI'
  properties: {
    // unknown: local-auth-drift "`anyName` has no value"
    disableLocalAuth: true
  }
}

resource asked 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'asked'
  kind: 'OpenAI'
  properties: {
    // unknown: local-auth-drift "`keysOff` has no value"
    disableLocalAuth: keysOff
  }
}

resource reopenedSearch 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
  properties: {
    // ruleid: local-auth-drift "`az search service update -n docs -g rg --disable-local-auth true`"
    disableLocalAuth: true
  }
}

resource keysOnly 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'keys-only'
  properties: {
    // ruleid: local-auth-drift "--auth-options aadOrApiKey"
    authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http403' } }
  }
}

resource tokens 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'tokens'
  properties: {
    // ok: local-auth-drift
    authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http403' } }
  }
}

resource stricter 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'stricter'
  properties: {
    // ok: local-auth-drift
    authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http403' } }
  }
}

// ok: local-auth-drift
resource referred 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'referred'
}

module inModule 'module.bicep' = [
  for name in ['inner', 'strict-inner']: {
    name: name
    params: { name: name }
  }
]
