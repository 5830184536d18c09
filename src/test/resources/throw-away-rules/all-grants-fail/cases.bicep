resource search 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'docs'
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'chat'
  identity: {
    type: 'SystemAssigned'
  }
}

resource owner 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(search.id, app.id, 'owner')
  scope: search
  properties: {
    // ruleid: all-grants-fail "'Owner' is not Reader."
    roleDefinitionId: resourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
    principalId: app.identity.principalId
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(search.id, app.id, 'reader')
  scope: search
  properties: {
    // ok: all-grants-fail
    roleDefinitionId: resourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
    principalId: app.identity.principalId
  }
}
