param anyZone string
param anyZones array
param anyKind string

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'oai', disableLocalAuth: true }
}

resource foundry 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'foundry'
  location: 'westeurope'
  kind: 'aiservices'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'foundry', disableLocalAuth: true }
}

resource unknownKind 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'unknown-kind'
  location: 'westeurope'
  kind: anyKind
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'unknown-kind', disableLocalAuth: true }
}

resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'srch'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: { disableLocalAuth: true }
}

resource openAiZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.openai.azure.com'
  location: 'global'
}

resource cognitiveZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.cognitiveservices.azure.com'
  location: 'global'
}

resource foundryZone 'Microsoft.Network/privateDnsZones@2024-06-01' existing = {
  name: 'PRIVATELINK.services.ai.azure.com'
  scope: resourceGroup('dns')
}

resource toOpenAi 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'to-openai'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: oai.id, groupIds: ['account'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      // ok: missing-private-dns-zone
      privateDnsZoneConfigs: [{ name: 'openai', properties: { privateDnsZoneId: openAiZone.id } }]
    }
  }
}

resource toFoundry 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'to-foundry'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: foundry.id, groupIds: ['account'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      // ruleid: missing-private-dns-zone "lacks the DNS zone privatelink.services.ai.azure.com:"
      privateDnsZoneConfigs: [
        { name: 'openai', properties: { privateDnsZoneId: openAiZone.id } }
        { name: 'cognitive', properties: { privateDnsZoneId: cognitiveZone.id } }
      ]
    }
  }
}

resource toAll 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'to-all'
  location: 'westeurope'
  properties: {
    manualPrivateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: foundry.id, groupIds: ['account'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      // ok: missing-private-dns-zone
      privateDnsZoneConfigs: [for id in [openAiZone.id, cognitiveZone.id, foundryZone.id]: {
        name: last(split(id, '/'))
        properties: { privateDnsZoneId: id }
      }]
    }
  }
}

resource toSearch 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'to-search'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      // ruleid: missing-private-dns-zone "privatelink.search.windows.net"
      // nofix: missing-private-dns-zone "`privatelink.search.windows.net` is not declared"
      privateDnsZoneConfigs: [{ name: 'openai', properties: { privateDnsZoneId: openAiZone.id } }]
    }
  }
}

// ruleid: missing-private-dns-zone
// nofix: missing-private-dns-zone "no configurations yet"
resource emptyGroup 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: toEmpty
  name: 'default'
}

resource toEmpty 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'to-empty'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
    ]
  }
}

resource unknownZone 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'unknown-zone'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      // unknown: missing-private-dns-zone
      privateDnsZoneConfigs: [{ name: 'z', properties: { privateDnsZoneId: anyZone } }]
    }
  }
}

resource unknownZones 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'unknown-zones'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      // unknown: missing-private-dns-zone
      privateDnsZoneConfigs: anyZones
    }
  }
}

resource ofUnknownKind 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'of-unknown-kind'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: unknownKind.id, groupIds: ['account'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      // unknown: missing-private-dns-zone
      privateDnsZoneConfigs: [{ name: 'openai', properties: { privateDnsZoneId: openAiZone.id } }]
    }
  }
}

// What it leads to, this is not about.
resource toVault 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'to-vault'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: resourceId('Microsoft.KeyVault/vaults', 'v'), groupIds: ['vault'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [] }
  }
}

// What the connection asks for tells what it leads to.
param anyId string
param inHub bool

resource toAnyBlob 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'to-any-blob'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: anyId, groupIds: ['blob'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    // ok: missing-private-dns-zone
    properties: { privateDnsZoneConfigs: [] }
  }
}

resource toAnySearch 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'to-any-search'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: anyId, groupIds: ['searchService'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    // ruleid: missing-private-dns-zone "privatelink.search.windows.net"
    // nofix: missing-private-dns-zone "no configurations yet"
    properties: { privateDnsZoneConfigs: [] }
  }
}

resource toAnyAccount 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'to-any-account'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: anyId, groupIds: ['account'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    // unknown: missing-private-dns-zone
    properties: { privateDnsZoneConfigs: [] }
  }
}

// Wherever the zone is, it is the one that is needed; or it is not.
var hub = '/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333/resourceGroups/hub/providers'

resource zoneOfEither 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'zone-of-either'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      // ok: missing-private-dns-zone
      privateDnsZoneConfigs: [{
        name: 'z'
        properties: {
          privateDnsZoneId: inHub
            ? '${hub}/Microsoft.Network/privateDnsZones/privatelink.search.windows.net'
            : resourceId('Microsoft.Network/privateDnsZones', 'privatelink.search.windows.net')
        }
      }]
    }
  }
}

resource zoneOfNeither 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'zone-of-neither'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      // ruleid: missing-private-dns-zone "privatelink.search.windows.net"
      // nofix: missing-private-dns-zone "not declared"
      privateDnsZoneConfigs: [{
        name: 'z'
        properties: {
          privateDnsZoneId: inHub
            ? '${hub}/Microsoft.Network/privateDnsZones/privatelink.openai.azure.com'
            : resourceId('Microsoft.Network/privateDnsZones', 'privatelink.openai.azure.com')
        }
      }]
    }
  }
}

param wanted bool

resource perhapsMore 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'perhapsmore'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
    ]
  }
}

resource perhapsMoreZones 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = if (wanted) {
  parent: perhapsMore
  name: 'default'
  properties: {
    // ruleid: missing-private-dns-zone
    // nofix: missing-private-dns-zone "not declared"
    privateDnsZoneConfigs: [
      { name: 'z', properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', 'privatelink.openai.azure.com') } }
    ]
  }
}

@allowed(['privatelink.openai.azure.com', 'privatelink.vaultcore.azure.net'])
param eitherZone string

// Whichever it is, it is the wrong one.
resource eitherMore 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'eithermore'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
    ]
  }
}

resource eitherMoreZones 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: eitherMore
  name: 'default'
  properties: {
    // ruleid: missing-private-dns-zone
    // nofix: missing-private-dns-zone "not declared"
    privateDnsZoneConfigs: [
      { name: 'z', properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', eitherZone) } }
    ]
  }
}

@allowed(['privatelink.search.windows.net', 'privatelink.vaultcore.azure.net'])
param perhapsZone string

// One of them is right.
resource eitherFits 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'eitherfits'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
    ]
  }
}

resource eitherFitsZones 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: eitherFits
  name: 'default'
  properties: {
    // unknown: missing-private-dns-zone
    privateDnsZoneConfigs: [
      { name: 'z', properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', perhapsZone) } }
    ]
  }
}
