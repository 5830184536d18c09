param anyRole string

resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
  properties: {
    disableLocalAuth: true
  }
}

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'account'
  kind: 'AIServices'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'account'
    allowProjectManagement: true
    disableLocalAuth: true
  }
}

// The account's roles are not the project's.
resource accountData 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'accountData')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8ebe5a00-799e-43f5-93ac-243d3dce84a7')
    principalId: account.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource accountService 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'accountService')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: account.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource bare 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'bare'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource bareDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: bare
  name: 'bare-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ruleid: missing-project-to-search-role "which has neither"
    target: 'https://${docs.name}.search.windows.net'
  }
}

resource both 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'both'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource bothData 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'bothData')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8ebe5a00-799e-43f5-93ac-243d3dce84a7')
    principalId: both.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource bothService 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'bothService')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: both.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource bothDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: both
  name: 'both-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ok: missing-project-to-search-role
    target: docs.properties.endpoint
  }
}

resource data 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'data'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource dataData 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'dataData')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8ebe5a00-799e-43f5-93ac-243d3dce84a7')
    principalId: data.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource dataDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: data
  name: 'data-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ruleid: missing-project-to-search-role "may not manage indexes"
    target: 'https://${docs.name}.search.windows.net'
  }
}

resource service 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'service'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource serviceService 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'serviceService')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
    principalId: service.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource serviceDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: service
  name: 'service-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ruleid: missing-project-to-search-role "may neither read nor write documents there: agents that use it will get 403"
    target: 'https://${docs.name}.search.windows.net'
  }
}

resource key 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'key'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource keyDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: key
  name: 'key-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'ApiKey'
    // ok: missing-project-to-search-role
    target: 'https://${docs.name}.search.windows.net'
    credentials: { key: docs.listAdminKeys().primaryKey }
  }
}

// It gets no token, which another rule says.
resource nobody 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'nobody'
  location: resourceGroup().location
  properties: {}
}

resource nobodyDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: nobody
  name: 'nobody-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ok: missing-project-to-search-role
    target: 'https://${docs.name}.search.windows.net'
  }
}

resource any 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'any'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource anyRoleOfAny 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(docs.id, 'anyRoleOfAny')
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', anyRole)
    principalId: any.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource anyDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: any
  name: 'any-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // unknown: missing-project-to-search-role
    target: 'https://${docs.name}.search.windows.net'
  }
}

resource shared 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'shared'
}

resource theirsDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: both
  name: 'theirs-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // unknown: missing-project-to-search-role
    target: 'https://${shared.name}.search.windows.net'
  }
}

// What is called is found by the id too.
resource byId 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: bare
  name: 'by-id'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ruleid: missing-project-to-search-role "The connection to 'docs'"
    target: 'https://search.example.com'
    metadata: { ResourceId: docs.id, ApiType: 'Azure' }
  }
}

// A connection to models is another matter.
resource models 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: bare
  name: 'models'
  properties: {
    category: 'AzureOpenAI'
    authType: 'AAD'
    // ok: missing-project-to-search-role
    target: account.properties.endpoint
  }
}

// So is an app.
resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'app'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        // ok: missing-project-to-search-role
        { name: 'AZURE_SEARCH_ENDPOINT', value: docs.properties.endpoint }
      ]
    }
  }
}

// Connections of an account are for its projects; with one alone it is known which.
resource second 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'second'
  kind: 'AIServices'
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: 'second'
    allowProjectManagement: true
    disableLocalAuth: true
  }
}

resource only 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: second
  name: 'only'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource ofSecond 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: second
  name: 'docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ruleid: missing-project-to-search-role "identity 'second/only'"
    target: docs.properties.endpoint
  }
}

// Any of several projects may use this one.
resource ofAccount 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
  parent: account
  name: 'docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // unknown: missing-project-to-search-role "signs in as the project's unknown identity, which has neither"
    target: docs.properties.endpoint
  }
}

resource either 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'either'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource eitherDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: either
  name: 'either-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ruleid: missing-project-to-search-role
    target: docs.properties.endpoint
  }
}

@allowed(['1407120a-92aa-4202-b7e9-c0e197c71c8f', 'acdd72a7-3385-48ef-bd42-f606fba81ae7'])
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

resource reader 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  parent: account
  name: 'reader'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource readerGrants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in ['1407120a-92aa-4202-b7e9-c0e197c71c8f', '7ca78c08-252a-4471-8644-bb5ff32d4ba0']: {
  name: guid(docs.id, 'reader', role)
  scope: docs
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    principalId: reader.identity.principalId
    principalType: 'ServicePrincipal'
  }
}]

resource readerDocs 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  parent: reader
  name: 'reader-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // ruleid: missing-project-to-search-role "may read documents there and not write them: agents that do will get 403"
    target: docs.properties.endpoint
  }
}

// Of a workspace, a person may be the one that signs in.
resource hub 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'hub'
  location: resourceGroup().location
  kind: 'Hub'
  identity: { type: 'SystemAssigned' }
  properties: {}
}

resource hubDocs 'Microsoft.MachineLearningServices/workspaces/connections@2024-10-01' = {
  parent: hub
  name: 'hub-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // unknown: missing-project-to-search-role "signs in as the hub's system-assigned identity, which has neither"
    target: docs.properties.endpoint
  }
}

resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'workspace'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${mine.id}': {} } }
  properties: {}
}

resource mine 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'mine'
  location: resourceGroup().location
}

resource workspaceDocs 'Microsoft.MachineLearningServices/workspaces/connections@2024-10-01' = {
  parent: workspace
  name: 'workspace-docs'
  properties: {
    category: 'CognitiveSearch'
    authType: 'AAD'
    // unknown: missing-project-to-search-role "signs in as the workspace's identity, which has neither"
    target: docs.properties.endpoint
  }
}
