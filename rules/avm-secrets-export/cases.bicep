// nocase: existing it is about the call of a module, whatever that refers to
// nocase: choice that the parameter is given is enough, whatever it says
// nocase: arm a JSON template calls no module of a registry
// nocase: live Azure shows what came of a template, and not how it was written

param export object?
param exportAll object
param wanted bool
param vaultId string

var names = {
  keyVaultResourceId: vaultId
  accessKey1Name: 'openai-key'
}

module account 'br/public:avm/res/cognitive-services/account:0.13.2' = {
  params: {
    name: 'oai'
    kind: 'OpenAI'
    // ruleid: avm-secrets-export "list the keys"
    secretsExportConfiguration: names
  }
}

module searches 'br/public:AVM/res/Search/search-service:0.11.1' = [
  for name in ['one', 'two']: {
    params: {
      name: name
      // ruleid: avm-secrets-export
      SecretsExportConfiguration: {
        keyVaultResourceId: vaultId
        primaryAdminKeyName: '${name}-key'
      }
    }
  }
]

// ok: avm-secrets-export
module silent 'br/public:avm/res/cognitive-services/account:0.13.2' = {
  params: {
    name: 'silent'
    kind: 'OpenAI'
  }
}

module nothing 'br:mcr.microsoft.com/bicep/avm/res/search/search-service:0.11.1' = {
  params: {
    name: 'nothing'
    // ok: avm-secrets-export
    secretsExportConfiguration: null
  }
}

module given 'br/public:avm/res/search/search-service:0.11.1' = {
  params: {
    name: 'given'
    // ok: avm-secrets-export
    secretsExportConfiguration: export
  }
}

module all 'br/public:avm/res/search/search-service:0.11.1' = {
  params: {
    name: 'all'
    // ruleid: avm-secrets-export
    secretsExportConfiguration: exportAll
  }
}

module perhaps 'br/public:avm/res/search/search-service:0.11.1' = {
  params: {
    name: 'perhaps'
    // unknown: avm-secrets-export
    secretsExportConfiguration: wanted ? names : null
  }
}

// Keys of other services are the business of others.
module storage 'br/public:avm/res/storage/storage-account:0.27.0' = {
  params: {
    name: 'files'
    // ok: avm-secrets-export
    secretsExportConfiguration: {
      keyVaultResourceId: vaultId
      accessKey1Name: 'files-key'
    }
  }
}

// ok: avm-secrets-export
module never 'br/public:avm/res/search/search-service:0.11.1' = if (false) {
  params: {
    name: 'never'
    secretsExportConfiguration: names
  }
}
