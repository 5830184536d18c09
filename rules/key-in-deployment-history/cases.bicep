// nocase: live Azure shows what came of a template, and not how it was written

param kind string
@secure()
param given string

resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'oai'
  location: resourceGroup().location
  kind: 'OpenAI'
  properties: {}
}

resource any 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'any'
  location: resourceGroup().location
  kind: kind
  properties: {}
}

resource app 'Microsoft.Resources/deployments@2025-04-01' = {
  name: 'app'
  properties: {
    mode: 'Incremental'
    expressionEvaluationOptions: { scope: 'inner' }
    parameters: {
      // ruleid: key-in-deployment-history "Parameter 'key' gets a key of oai"
      key: { value: oai.listKeys().key1 }
      // ok: key-in-deployment-history
      endpoint: { value: oai.properties.endpoint }
      // ok: key-in-deployment-history
      guarded: { value: oai.listKeys().key1 }
      // ok: key-in-deployment-history
      given: { value: given }
      // unknown: key-in-deployment-history
      some: { value: any.listKeys().key1 }
    }
    template: {
      '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'string' }
        endpoint: { type: 'string' }
        guarded: { type: 'securestring' }
        given: { type: 'string' }
        some: { type: 'string' }
      }
      resources: []
    }
  }
}

resource keyless 'Microsoft.Resources/deployments@2025-04-01' = {
  name: 'keyless'
  properties: {
    mode: 'Incremental'
    expressionEvaluationOptions: { scope: 'inner' }
    parameters: {
      // ok: key-in-deployment-history
      endpoint: { value: oai.properties.endpoint }
    }
    template: {
      '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        endpoint: { type: 'string' }
      }
      resources: []
    }
  }
}

resource theirSearch 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'their-search'
}

resource ofTheirs 'Microsoft.Resources/deployments@2025-04-01' = {
  name: 'oftheirs'
  properties: {
    mode: 'Incremental'
    expressionEvaluationOptions: { scope: 'inner' }
    parameters: {
      // ruleid: key-in-deployment-history
      key: { value: theirSearch.listAdminKeys().primaryKey }
    }
    template: {
      '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'string' }
      }
      resources: []
    }
  }
}

resource eachMore 'Microsoft.Resources/deployments@2025-04-01' = [for each in ['each-a', 'each-b']: {
  name: each
  properties: {
    mode: 'Incremental'
    expressionEvaluationOptions: { scope: 'inner' }
    parameters: {
      // ruleid: key-in-deployment-history
      key: { value: oai.listKeys().key1 }
    }
    template: {
      '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'string' }
      }
      resources: []
    }
  }
}]

@allowed(['OpenAI', 'AIServices'])
param eitherKind string

resource eitherAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: eitherKind
  properties: {}
}

// Whichever it is.
resource eitherMore 'Microsoft.Resources/deployments@2025-04-01' = {
  name: 'eithermore'
  properties: {
    mode: 'Incremental'
    expressionEvaluationOptions: { scope: 'inner' }
    parameters: {
      // ruleid: key-in-deployment-history
      key: { value: eitherAccount.listKeys().key1 }
    }
    template: {
      '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        key: { type: 'string' }
      }
      resources: []
    }
  }
}
