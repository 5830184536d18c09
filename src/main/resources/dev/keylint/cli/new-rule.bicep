// Each comment of its own says what the rule finds on the next line: `ruleid` a failure, whose message has
// the text in quotes, `ok` nothing, `unknown` that it can't be told. Change the cases, and add those that are odd.

// A parameter without a default stays unknown.
param access string

resource bad 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'search-bad'
  location: 'westeurope'
  properties: {
    // ruleid: my-rule "'search-bad'"
    publicNetworkAccess: 'Enabled'
  }
}

resource good 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'search-good'
  location: 'westeurope'
  properties: {
    // ok: my-rule
    publicNetworkAccess: 'Disabled'
  }
}

resource open 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'search-open'
  location: 'westeurope'
  properties: {
    // unknown: my-rule
    publicNetworkAccess: access
  }
}

// What is left out counts as enabled, so the finding points at the resource.
// ruleid: my-rule "'search-absent'"
resource absent 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'search-absent'
  location: 'westeurope'
}
