param anyRole string

var openAiUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'
var indexReader = '1407120a-92aa-4202-b7e9-c0e197c71c8f'
var reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'oai', disableLocalAuth: true }
}

resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'srch'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: { disableLocalAuth: true }
}

resource right 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'right'
  location: 'westeurope'
}

resource wrong 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'wrong'
  location: 'westeurope'
}

resource uncertain 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'uncertain'
  location: 'westeurope'
}

resource rightMayCall 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, right.id, openAiUser)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAiUser)
    principalId: right.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource rightMaySearch 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(srch.id, right.id, indexReader)
  scope: srch
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', indexReader)
    principalId: right.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource wrongMayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, wrong.id, reader)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', reader)
    principalId: wrong.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource uncertainMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, uncertain.id, anyRole)
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: uncertain.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource other 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'other'
  location: 'westeurope'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${right.id}': {}, '${wrong.id}': {} }
  }
  properties: {
    template: {
      containers: [
        {
          name: 'web'
          image: 'web'
          env: [
            { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
            // ruleid: role-on-other-identity "signs in as 'wrong'"
            // nofix: role-on-other-identity "it would bring"
            { name: 'AZURE_CLIENT_ID', value: wrong.properties.clientId }
          ]
        }
      ]
    }
  }
}

resource selected 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'selected'
  location: 'westeurope'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${right.id}': {}, '${wrong.id}': {} }
  }
  properties: {
    template: {
      containers: [
        {
          name: 'web'
          image: 'web'
          env: [
            { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
            // ok: role-on-other-identity
            { name: 'AZURE_CLIENT_ID', value: right.properties.clientId }
          ]
        }
      ]
    }
  }
}

// Nothing is said, so the one of its own signs in.
resource unsaid 'Microsoft.Web/sites@2024-04-01' = {
  name: 'unsaid'
  location: 'westeurope'
  // ruleid: role-on-other-identity "on 'srch' is assigned to its other identity 'right'"
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${right.id}': {} }
  }
  properties: {
    siteConfig: {
      appSettings: [{ name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${srch.name}.search.windows.net' }]
    }
  }
}

// None of them has it: a role is missing, and another rule says so.
resource neither 'Microsoft.Web/sites@2024-04-01' = {
  name: 'neither'
  location: 'westeurope'
  // ok: role-on-other-identity
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${wrong.id}': {} }
  }
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }] }
  }
}

resource perhaps 'Microsoft.Web/sites@2024-04-01' = {
  name: 'perhaps'
  location: 'westeurope'
  // unknown: role-on-other-identity
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${uncertain.id}': {} }
  }
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }] }
  }
}

// Nothing is known of the roles there.
resource far 'Microsoft.Web/sites@2024-04-01' = {
  name: 'far'
  location: 'westeurope'
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${right.id}': {} }
  }
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: 'https://far.openai.azure.com' }] }
  }
}

// With a key, roles do not matter.
resource keyed 'Microsoft.Web/sites@2024-04-01' = {
  name: 'keyed'
  location: 'westeurope'
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${right.id}': {} }
  }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
        { name: 'AZURE_OPENAI_KEY', value: 'x' }
      ]
    }
  }
}

// What else it may sign in as is not known: there is no role to speak of.
param anyIdentity string

resource either 'Microsoft.Web/sites@2024-04-01' = {
  name: 'either'
  location: 'westeurope'
  // ok: role-on-other-identity
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: union({}, json(anyIdentity))
  }
  properties: {
    siteConfig: { appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }] }
  }
}

param wanted bool

resource perhapsMore 'Microsoft.Web/sites@2024-04-01' = if (wanted) {
  name: 'perhapsmore'
  location: 'westeurope'
  // ruleid: role-on-other-identity
  // nofix: role-on-other-identity
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${moreRight.id}': {} }
  }
  properties: {
    siteConfig: {
      appSettings: [{ name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${srch.name}.search.windows.net' }]
    }
  }
}

resource eachMore 'Microsoft.Web/sites@2024-04-01' = [for each in ['each-a', 'each-b']: {
  name: each
  location: 'westeurope'
  // ruleid: role-on-other-identity
  // nofix: role-on-other-identity
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${moreRight.id}': {} }
  }
  properties: {
    siteConfig: {
      appSettings: [{ name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${srch.name}.search.windows.net' }]
    }
  }
}]

resource moreRight 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'more-right'
  location: 'westeurope'
}

resource moreRightMaySearch 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(srch.id, moreRight.id, indexReader)
  scope: srch
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', indexReader)
    principalId: moreRight.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

@allowed(['1407120a-92aa-4202-b7e9-c0e197c71c8f', '8ebe5a00-799e-43f5-93ac-243d3dce84a7'])
param eitherRole string

resource eitherIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'either'
  location: 'westeurope'
}

resource eitherGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(srch.id, 'eitherGrant', eitherRole)
  scope: srch
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: eitherIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: 'westeurope'
  // ruleid: role-on-other-identity
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${eitherIdentity.id}': {} }
  }
  properties: {
    siteConfig: {
      appSettings: [{ name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${srch.name}.search.windows.net' }]
    }
  }
}

resource theirs 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'their-search'
}

resource onTheirs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(theirs.id, 'onTheirs', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
  scope: theirs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    principalId: right.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource ofTheirs 'Microsoft.Web/sites@2024-04-01' = {
  name: 'oftheirs'
  location: 'westeurope'
  // unknown: role-on-other-identity
  identity: {
    type: 'SystemAssigned, UserAssigned'
    userAssignedIdentities: { '${right.id}': {} }
  }
  properties: {
    siteConfig: {
      appSettings: [{ name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${theirs.name}.search.windows.net' }]
    }
  }
}
