param anyClientId string
param anyIdentities object

@secure()
param secret string

var endpoint = 'https://oai.openai.azure.com/'

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'worker'
  location: 'westeurope'
}

resource other 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: 'other'
}

resource astray 'Microsoft.Web/sites@2024-04-01' = {
  name: 'astray'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // ruleid: unattached-client-id "not attached to it: 'other'"
        { name: 'AZURE_CLIENT_ID', value: other.properties.clientId }
      ]
    }
  }
}

resource right 'Microsoft.Web/sites@2024-04-01' = {
  name: 'right'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // ok: unattached-client-id
        { name: 'AZURE_CLIENT_ID', value: worker.properties.clientId }
      ]
    }
  }
}

// Its own identity is none of the attached ones.
resource ownOnly 'Microsoft.App/jobs@2025-01-01' = {
  name: 'own-only'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    template: {
      containers: [
        {
          name: 'run'
          image: 'run'
          env: [
            { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
            // ruleid: unattached-client-id "'own-only' asks"
            { name: 'AZURE_CLIENT_ID', value: worker.properties.clientId }
          ]
        }
      ]
    }
  }
}

resource function 'Microsoft.Web/sites@2024-04-01' = {
  name: 'function'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {}

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureOpenAI__endpoint: endpoint
      // ruleid: unattached-client-id
      AzureOpenAI__clientId: worker.properties.clientId
    }
  }
}

// An empty one has a rule of its own.
resource empty 'Microsoft.Web/sites@2024-04-01' = {
  name: 'empty'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // ok: unattached-client-id
        { name: 'AZURE_CLIENT_ID', value: '' }
      ]
    }
  }
}

resource given 'Microsoft.Web/sites@2024-04-01' = {
  name: 'given'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // unknown: unattached-client-id
        { name: 'AZURE_CLIENT_ID', value: anyClientId }
      ]
    }
  }
}

resource nobodys 'Microsoft.Web/sites@2024-04-01' = {
  name: 'nobodys'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // unknown: unattached-client-id
        { name: 'AZURE_CLIENT_ID', value: '99999999-9999-9999-9999-999999999999' }
      ]
    }
  }
}

resource moreIdentities 'Microsoft.Web/sites@2024-04-01' = {
  name: 'more-identities'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: union(anyIdentities, { '${worker.id}': {} }) }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // unknown: unattached-client-id
        { name: 'AZURE_CLIENT_ID', value: other.properties.clientId }
      ]
    }
  }
}

// With a secret it is the id of an application.
resource application 'Microsoft.Web/sites@2024-04-01' = {
  name: 'application'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        // ok: unattached-client-id
        { name: 'AZURE_CLIENT_ID', value: anyClientId }
        { name: 'AZURE_CLIENT_SECRET', value: secret }
      ]
    }
  }
}

// Without an identity another rule says what is missing.
resource bare 'Microsoft.Web/sites@2024-04-01' = {
  name: 'bare'
  location: 'westeurope'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: endpoint }
        { name: 'AZURE_CLIENT_ID', value: worker.properties.clientId }
      ]
    }
  }
}

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'gateway'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  identity: { type: 'SystemAssigned' }
  properties: { publisherEmail: 'a@b.example', publisherName: 'a' }

  resource backend 'backends' = {
    name: 'oai'
    properties: {
      protocol: 'http'
      url: '${endpoint}openai'
      #disable-next-line BCP037
      credentials: {
        managedIdentity: {
          resource: 'https://cognitiveservices.azure.com'
          // ruleid: unattached-client-id "'gateway' asks"
          clientId: worker.properties.clientId
        }
      }
    }
  }
}

resource bareGateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'bare-gateway'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  properties: { publisherEmail: 'a@b.example', publisherName: 'a' }

  resource backend 'backends' = {
    name: 'oai'
    properties: {
      protocol: 'http'
      url: '${endpoint}openai'
      #disable-next-line BCP037
      credentials: {
        managedIdentity: {
          resource: 'https://cognitiveservices.azure.com'
          clientId: worker.properties.clientId
        }
      }
    }
  }
}

resource flow 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'flow'
  location: 'westeurope'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      triggers: {}
      actions: {
        chat: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://oai.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21'
            authentication: {
              type: 'ManagedServiceIdentity'
              audience: 'https://cognitiveservices.azure.com'
              // ruleid: unattached-client-id
              identity: other.id
            }
          }
        }
      }
    }
  }
}

resource moreIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'more-identity'
  location: resourceGroup().location
}

resource otherIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'other-identity'
  location: resourceGroup().location
}

param wanted bool

resource perhapsMore 'Microsoft.Web/sites@2024-04-01' = if (wanted) {
  name: 'perhapsmore'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${moreIdentity.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
        // ruleid: unattached-client-id
        { name: 'AZURE_CLIENT_ID', value: otherIdentity.properties.clientId }
      ]
    }
  }
}

resource eachMore 'Microsoft.Web/sites@2024-04-01' = [for each in ['each-a', 'each-b']: {
  name: each
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${moreIdentity.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com/' }
        // ruleid: unattached-client-id
        { name: 'AZURE_CLIENT_ID', value: otherIdentity.properties.clientId }
      ]
    }
  }
}]

@allowed(['https://a.openai.azure.com/', 'https://b.openai.azure.com/'])
param eitherEndpoint string

// Whichever it is.
resource eitherMore 'Microsoft.Web/sites@2024-04-01' = {
  name: 'eithermore'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${moreIdentity.id}': {} } }
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: eitherEndpoint }
        // ruleid: unattached-client-id
        { name: 'AZURE_CLIENT_ID', value: otherIdentity.properties.clientId }
      ]
    }
  }
}
