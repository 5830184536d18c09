param anyRole string

resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
  properties: {
    disableLocalAuth: true
  }
}

resource bare 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bare'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: missing-search-query-role "which has no role there"
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${docs.name}.search.windows.net' }
        // The same call once more.
        // ok: missing-search-query-role
        { name: 'AZURE_SEARCH_SERVICE', value: docs.name }
      ]
    }
  }
}

resource manager 'Microsoft.Web/sites@2024-04-01' = {
  name: 'manager'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: missing-search-query-role "which holds Search Service Contributor there"
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

resource managerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, manager.id, 'service')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: manager.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource reader 'Microsoft.Web/sites@2024-04-01' = {
  name: 'reader'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-search-query-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

resource readerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, reader.id, 'reader')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120A-92AA-4202-B7E9-C0E197C71C8F')
    principalId: reader.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

// The key of another search is none of this one.
resource withBing 'Microsoft.Web/sites@2024-04-01' = {
  name: 'with-bing'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'BING_SEARCH_KEY', value: '@Microsoft.KeyVault(SecretUri=https://vault.vault.azure.net/secrets/bing)' }
        // ruleid: missing-search-query-role "which has no role there"
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

// A key needs no role.
resource old 'Microsoft.Web/sites@2024-04-01' = {
  name: 'old'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-search-query-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
        { name: 'AZURE_SEARCH_KEY', value: docs.listAdminKeys().primaryKey }
      ]
    }
  }
}

// It gets no token, which another rule says.
resource nobody 'Microsoft.Web/sites@2024-04-01' = {
  name: 'nobody'
  location: resourceGroup().location
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-search-query-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

// It only calls models.
resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  kind: 'OpenAI'
  properties: {
    customSubDomainName: 'oai'
    disableLocalAuth: true
  }
}

resource talker 'Microsoft.Web/sites@2024-04-01' = {
  name: 'talker'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-search-query-role
        { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
      ]
    }
  }
}

resource later 'Microsoft.Web/sites@2024-04-01' = {
  name: 'later'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: missing-search-query-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

resource laterRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, later.id, anyRole)
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: later.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource shared 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'shared'
}

resource guest 'Microsoft.Web/sites@2024-04-01' = {
  name: 'guest'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // unknown: missing-search-query-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: shared.properties.endpoint }
      ]
    }
  }
}

// A script that makes an index need not read documents.
resource maker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'maker'
  location: resourceGroup().location
}

resource makerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, maker.id, 'service')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: maker.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource script 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'make-index'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${maker.id}': {} } }
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    scriptContent: 'Invoke-RestMethod -Method Put -Uri "$env:SEARCH_ENDPOINT/indexes/main"'
    environmentVariables: [
      // ok: missing-search-query-role
      { name: 'SEARCH_ENDPOINT', value: docs.properties.endpoint }
    ]
  }
}

// Connections of projects have a rule of their own.
resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'account'
  kind: 'AIServices'
  properties: {
    customSubDomainName: 'account'
    disableLocalAuth: true
  }
}

resource project 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'project'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource connection 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: project
  name: 'docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ok: missing-search-query-role
    target: 'https://${docs.name}.search.windows.net'
  }
}

@allowed(['b24988ac-6180-42a0-ab88-20f7382dd24c', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'])
param eitherRole string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ruleid: missing-search-query-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
      ]
    }
  }
}

resource eitherGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'eitherGrant', eitherRole)
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: eitherMore.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
