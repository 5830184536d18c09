// nocase: existing it is about what Azure has, never about templates
// nocase: module it is about what Azure has, never about templates
// nocase: loop it is about what Azure has, never about templates
// nocase: condition it is about what Azure has, never about templates
// nocase: choice it is about what Azure has, never about templates
// nocase: bicep it is about what Azure has, never about templates
// nocase: arm it is about what Azure has, never about templates

// Who deploys this may attach the identity elsewhere, so templates can't tell.
param principalId string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-new'
  location: 'westeurope'
}

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: 'westeurope'
  kind: 'OpenAI'
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, 'id-new')
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: orphaned-role-assignment
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    // ok: orphaned-role-assignment
    principalId: principalId
  }
}
