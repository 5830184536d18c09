param anyAudience string
param anySubject string

var github = 'https://token.actions.githubusercontent.com'
var exchange = ['api://AzureADTokenExchange']

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'oai', disableLocalAuth: true }
}

resource deployer 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'deployer'
  location: 'westeurope'
}

resource harmless 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'harmless'
  location: 'westeurope'
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(oai.id, deployer.id, 'user')
  scope: oai
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
    principalId: deployer.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource narrow 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: deployer
  name: 'narrow'
  properties: {
    issuer: github
    subject: 'repo:contoso/app:environment:prod'
    // ok: loose-federated-credential
    audiences: exchange
  }
}

resource otherAudience 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: harmless
  name: 'other-audience'
  properties: {
    issuer: 'https://oidc.example/abc'
    subject: 'system:serviceaccount:apps:web'
    // ruleid: loose-federated-credential "takes tokens for sts.example"
    audiences: ['sts.example']
  }
}

resource twoAudiences 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: harmless
  name: 'two-audiences'
  properties: {
    issuer: 'https://oidc.example/abc'
    subject: 'system:serviceaccount:apps:web'
    // ruleid: loose-federated-credential
    audiences: ['api://AzureADTokenExchange', 'sts.example']
  }
}

// ruleid: loose-federated-credential
resource noAudience 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: harmless
  name: 'no-audience'
  properties: {
    issuer: 'https://oidc.example/abc'
    subject: 'system:serviceaccount:apps:web'
  }
}

resource government 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: harmless
  name: 'government'
  properties: {
    issuer: 'https://oidc.example/abc'
    subject: 'system:serviceaccount:apps:web'
    // ok: loose-federated-credential
    audiences: ['API://azureadtokenexchangeusgov']
  }
}

resource unknownAudience 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: harmless
  name: 'unknown-audience'
  properties: {
    issuer: 'https://oidc.example/abc'
    subject: 'system:serviceaccount:apps:web'
    // unknown: loose-federated-credential
    audiences: [anyAudience]
  }
}

resource pullRequest 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: deployer
  name: 'pull-request'
  properties: {
    issuer: github
    // ruleid: loose-federated-credential "sign in as 'deployer'"
    // nofix: loose-federated-credential "no fix"
    subject: 'repo:contoso/app:pull_request'
    audiences: exchange
  }
}

resource harmlessPullRequest 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: harmless
  name: 'harmless-pull-request'
  properties: {
    issuer: github
    subject: 'repo:contoso/app:pull_request'
    // ok: loose-federated-credential
    audiences: exchange
  }
}

// Not GitHub's: the word says nothing there.
resource otherIssuer 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: deployer
  name: 'other-issuer'
  properties: {
    issuer: 'https://oidc.example/abc'
    subject: 'x:pull_request'
    // ok: loose-federated-credential
    audiences: exchange
  }
}

resource unknownSubject 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: deployer
  name: 'unknown-subject'
  properties: {
    issuer: github
    // unknown: loose-federated-credential
    subject: anySubject
    audiences: exchange
  }
}

resource knownEnd 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: deployer
  name: 'known-end'
  properties: {
    issuer: github
    subject: 'repo:${anySubject}:ref:refs/heads/main'
    // ok: loose-federated-credential
    audiences: exchange
  }
}

var patterns = [
  'claims[\'sub\'] matches \'repo:contoso/*:environment:prod\''
  'claims[\'sub\'] matches \'repo:*\''
  'claims[\'sub\'] matches \'repo:contoso/app:*\''
  'claims[\'sub\'] eq \'repo:contoso/app:pull_request\''
]

// ruleid: loose-federated-credential
// nofix: loose-federated-credential "no fix"
resource byClaims 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2025-01-31-preview' = [for (pattern, i) in patterns: {
  parent: deployer
  name: 'claims-${i}'
  properties: {
    issuer: github
    claimsMatchingExpression: { languageVersion: 1, value: pattern }
    audiences: exchange
  }
}]

resource byNarrowClaims 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2025-01-31-preview' = {
  parent: deployer
  name: 'narrow-claims'
  properties: {
    issuer: github
    claimsMatchingExpression: {
      languageVersion: 1
      value: 'claims[\'sub\'] matches \'repo:contoso/app:ref:refs/heads/*\''
    }
    // ok: loose-federated-credential
    audiences: exchange
  }
}

resource there 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: 'there'
}

// Which roles it holds is not known here.
resource ofThere 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: there
  name: 'of-there'
  properties: {
    issuer: github
    // unknown: loose-federated-credential
    subject: 'repo:contoso/app:pull_request'
    audiences: exchange
  }
}

resource credentialThere 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' existing = {
  parent: there
  name: 'credential-there'
}

resource eitherPod 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'either-pod'
  location: 'westeurope'
}

@allowed(['api://contoso', 'api://fabrikam'])
param eitherAudience string

// Whichever it is.
resource eitherCredential 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: eitherPod
  name: 'either'
  properties: {
    issuer: 'https://westeurope.oic.prod-aks.azure.com/x/'
    subject: 'system:serviceaccount:apps:web'
    // ruleid: loose-federated-credential
    // nofix: loose-federated-credential "computed"
    audiences: [eitherAudience]
  }
}
