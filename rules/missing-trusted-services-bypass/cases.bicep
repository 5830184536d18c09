param anyBypass string
param anyAccess string

resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'srch'
  location: 'westeurope'
  sku: { name: 'basic' }
  // ruleid: missing-trusted-services-bypass "'srch' is closed to public networks"
  properties: {
    disableLocalAuth: true
    publicNetworkAccess: 'Disabled'
  }
}
