@allowed(['Key', 'AADToken'])
param mode string

param keysOff bool
param location string = resourceGroup().location

resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' existing = {
  name: 'ml'
}

resource byKey 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01' = {
  parent: workspace
  name: 'by-key'
  location: location
  properties: {
    // ruleid: ml-local-auth "Online endpoint 'ml/by-key' is called with a key"
    authMode: 'Key'
  }
}

resource byIdentity 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01' = {
  parent: workspace
  name: 'by-identity'
  location: location
  properties: {
    // ok: ml-local-auth
    authMode: 'AADToken'
  }
}

resource byToken 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01' = {
  parent: workspace
  name: 'by-token'
  location: location
  properties: {
    // ruleid: ml-local-auth "AMLToken"
    AuthMode: 'amlToken'
  }
}

resource decidedLater 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01' = {
  parent: workspace
  name: 'decided-later'
  location: location
  properties: {
    // unknown: ml-local-auth
    authMode: mode
  }
}

resource serverless 'Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01' = {
  parent: workspace
  name: 'serverless'
  location: location
  properties: {
    // ruleid: ml-local-auth "Serverless endpoint 'ml/serverless' knows keys only"
    // nofix: ml-local-auth "no fix"
    authMode: 'Key'
    modelSettings: {
      modelId: 'azureml://registries/azureml-meta/models/Meta-Llama-3.1-8B-Instruct'
    }
  }
}

// It says nothing about keys.
// ok: ml-local-auth
resource serverlessUnsaid 'Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01' = {
  parent: workspace
  name: 'serverless-unsaid'
  location: location
  properties: {}
}

resource open 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'open'
  location: location
  properties: {
    computeType: 'AmlCompute'
    // ruleid: ml-local-auth "Compute 'ml/open' takes local users"
    disableLocalAuth: false
  }
}

resource closed 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'closed'
  location: location
  properties: {
    computeType: 'AmlCompute'
    // ok: ml-local-auth
    disableLocalAuth: true
  }
}

// ruleid: ml-local-auth
resource absent 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'absent'
  location: location
  properties: {
    computeType: 'ComputeInstance'
  }
}

resource computeLater 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'compute-later'
  location: location
  properties: {
    computeType: 'ComputeInstance'
    // unknown: ml-local-auth
    disableLocalAuth: keysOff
  }
}

resource loop 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = [
  for name in ['a', 'b']: {
    parent: workspace
    name: name
    location: location
    properties: {
      computeType: 'AmlCompute'
      // ruleid: ml-local-auth
      // nofix: ml-local-auth "computed"
      disableLocalAuth: name == 'a'
    }
  }
]

// ok: ml-local-auth
resource never 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = if (1 > 2) {
  parent: workspace
  name: 'never'
  location: location
  properties: {
    computeType: 'AmlCompute'
  }
}

// ok: ml-local-auth
resource shared 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' existing = {
  parent: workspace
  name: 'shared'
}
