// nocase: live Azure shows resources without the version they were written in

param anyPrincipal string
param anyKind string

// ruleid: api-version-too-old "Version 2017-04-18 can't switch keys off for 'old'"
resource old 'Microsoft.CognitiveServices/accounts@2017-04-18' = {
  name: 'old'
  location: 'westeurope'
  kind: 'OpenAI'
  properties: {}
}

// ok: api-version-too-old
resource new 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'new'
  location: 'westeurope'
  kind: 'OpenAI'
  properties: {}
}

// ok: api-version-too-old
resource first 'Microsoft.CognitiveServices/accounts@2021-04-30' = {
  name: 'first'
  kind: 'AISERVICES'
}

// ok: api-version-too-old
resource vision 'Microsoft.CognitiveServices/accounts@2017-04-18' = {
  name: 'vision'
  kind: 'ComputerVision'
}

// unknown: api-version-too-old "parameter `anyKind` has no value"
resource kindLater 'Microsoft.CognitiveServices/accounts@2017-04-18' = {
  name: 'kind-later'
  kind: anyKind
}

// ruleid: api-version-too-old "let tokens in"
resource oldSearch 'MICROSOFT.SEARCH/searchServices@2020-08-01-preview' = {
  name: 'docs-old'
}

// ok: api-version-too-old
resource firstSearch 'Microsoft.Search/searchServices@2021-04-01-preview' = {
  name: 'docs-first'
}

// ruleid: api-version-too-old
resource loop 'Microsoft.Search/searchServices@2020-03-13' = [
  for name in ['a', 'b']: {
    name: name
  }
]

// ok: api-version-too-old
resource never 'Microsoft.Search/searchServices@2020-03-13' = if (1 > 2) {
  name: 'never'
}

// ok: api-version-too-old
resource shared 'Microsoft.Search/searchServices@2020-03-13' existing = {
  name: 'shared'
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'app'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'there-already'
}

var user = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')

// ruleid: api-version-too-old "can't say principalType"
resource oldGrant 'Microsoft.Authorization/roleAssignments@2018-07-01' = {
  name: guid('old')
  scope: new
  properties: {
    roleDefinitionId: user
    principalId: app.identity.principalId
  }
}

// ok: api-version-too-old
resource newGrant 'Microsoft.Authorization/roleAssignments@2018-09-01-preview' = {
  name: guid('new')
  scope: new
  properties: {
    roleDefinitionId: user
    principalId: app.identity.principalId
  }
}

// Who is there already is known to the directory.
// ok: api-version-too-old
resource grantToExisting 'Microsoft.Authorization/roleAssignments@2018-07-01' = {
  name: guid('existing')
  scope: new
  properties: {
    roleDefinitionId: user
    principalId: identity.properties.principalId
  }
}

// unknown: api-version-too-old "parameter `anyPrincipal` has no value"
resource grantToAnybody 'Microsoft.Authorization/roleAssignments@2018-07-01' = {
  name: guid('anybody')
  scope: new
  properties: {
    roleDefinitionId: user
    principalId: anyPrincipal
  }
}

@allowed(['OpenAI', 'AIServices'])
param eitherKind string

// Whichever it is.
// ruleid: api-version-too-old
resource eitherAccount 'Microsoft.CognitiveServices/accounts@2017-04-18' = {
  name: 'either'
  location: 'westeurope'
  kind: eitherKind
}
