param name string
param keysOff bool = true

resource docs 'Microsoft.Search/SEARCHSERVICES@2025-05-01' = {
  name: name
  properties: {
    // ruleid: local-auth-drift "'inner' takes no keys"
    disableLocalAuth: keysOff
  }
}
