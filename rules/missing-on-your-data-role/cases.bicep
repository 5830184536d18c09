param anyRole string

resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
  properties: {
    disableLocalAuth: true
  }
}

resource bare 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'bare'
  kind: 'OpenAI'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'bare'
    disableLocalAuth: true
  }
}

resource chat 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: bare.properties.endpoint }
        // ruleid: missing-on-your-data-role "'bare' looks things up in 'docs' as its own identity, which may read neither"
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
        // The same once more.
        // ok: missing-on-your-data-role
        { name: 'AZURE_SEARCH_SERVICE', value: docs.name }
      ]
    }
  }
}

// Roles of the app do not help.
resource chatReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'chatReads')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    principalId: chat.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource chatManages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'chatManages')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: chat.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource full 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'full'
  kind: 'OpenAI'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'full'
    disableLocalAuth: true
  }
}

resource fullReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'fullReads')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    principalId: full.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource fullManages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'fullManages')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: full.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource good 'Microsoft.Web/sites@2024-04-01' = {
  name: 'good'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'azureaisearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: full.properties.endpoint }
        // ok: missing-on-your-data-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

// Documents without the definition of the index.
resource reader 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'reader'
  kind: 'OpenAI'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'reader'
    disableLocalAuth: true
  }
}

resource readerReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'readerReads')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
    principalId: reader.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource half 'Microsoft.Web/sites@2024-04-01' = {
  name: 'half'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: reader.properties.endpoint }
        // ruleid: missing-on-your-data-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

resource manager 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'manager'
  kind: 'OpenAI'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'manager'
    disableLocalAuth: true
  }
}

resource managerManages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'managerManages')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: manager.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource otherHalf 'Microsoft.Web/sites@2024-04-01' = {
  name: 'otherHalf'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: manager.properties.endpoint }
        // ruleid: missing-on-your-data-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

// It has no identity of its own, which another rule says.
resource nobody 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'nobody'
  kind: 'OpenAI'
  properties: {
    customSubDomainName: 'nobody'
    disableLocalAuth: true
  }
}

resource fails 'Microsoft.Web/sites@2024-04-01' = {
  name: 'fails'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: nobody.properties.endpoint }
        // ok: missing-on-your-data-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

// It works some other way.
resource plain 'Microsoft.Web/sites@2024-04-01' = {
  name: 'plain'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'None' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: bare.properties.endpoint }
        // ok: missing-on-your-data-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

resource old 'Microsoft.Web/sites@2024-04-01' = {
  name: 'old'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: bare.properties.endpoint }
        // ok: missing-on-your-data-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
        { name: 'AZURE_SEARCH_KEY', value: docs.listAdminKeys().primaryKey }
      ]
    }
  }
}

resource later 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'later'
  kind: 'OpenAI'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'later'
    disableLocalAuth: true
  }
}

resource laterRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'laterRole')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: later.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource undecided 'Microsoft.Web/sites@2024-04-01' = {
  name: 'undecided'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: later.properties.endpoint }
        // unknown: missing-on-your-data-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
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
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: full.properties.endpoint }
        // unknown: missing-on-your-data-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: shared.properties.endpoint }
      ]
    }
  }
}

resource either 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  kind: 'OpenAI'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'either'
    disableLocalAuth: true
  }
}

resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }
        { name: 'AZURE_OPENAI_ENDPOINT', value: either.properties.endpoint }
        // ruleid: missing-on-your-data-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

@allowed(['1407120a-92aa-4202-b7e9-c0e197c71c8f', '8ebe5a00-799e-43f5-93ac-243d3dce84a7'])
param eitherRole string

// Whichever it is.
resource eitherGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'eitherGrant', eitherRole)
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eitherRole)
    principalId: either.identity.principalId
    principalType: 'ServicePrincipal'
  }
}
