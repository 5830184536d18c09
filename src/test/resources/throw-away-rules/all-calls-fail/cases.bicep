resource loud 'Microsoft.Web/sites@2024-04-01' = {
  name: 'loud'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_SEARCH_ENDPOINT'
          // ruleid: all-calls-fail "loud.search.windows.net"
          value: 'https://loud.search.windows.net'
        }
      ]
    }
  }
}

resource quiet 'Microsoft.Web/sites@2024-04-01' = {
  name: 'quiet'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'AZURE_SEARCH_ENDPOINT'
          // ok: all-calls-fail
          value: 'https://quiet.search.windows.net'
        }
      ]
    }
  }
}
