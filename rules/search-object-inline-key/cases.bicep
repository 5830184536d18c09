// nocase: live a script and the objects that it makes are not read from Azure

param script string
param body string
param key string
@secure()
param secret string

resource vectorizer 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'vectorizer'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key "with a key in it (apiKey)"
    scriptContent: '''
      $index = @{ vectorizers = @( @{ kind = "azureOpenAI"; azureOpenAIParameters = @{ resourceUri = $uri; apiKey = "$key" } } ) }
    '''
  }
}

resource json 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'json'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: '''
      {"skillset": {"skills": [{"@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "apiKey": "abc"}]}}
    '''
  }
}

resource billing 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'billing'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: '''
      {"cognitiveServices": {"@odata.type": "#Microsoft.Azure.Search.CognitiveServicesByKey", "key": "abc"}}
    '''
  }
}

resource source 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'source'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: '''
      {"name": "datasource", "credentials": {"connectionString": "DefaultEndpointsProtocol=https;AccountName=files;AccountKey=abc;"}}
    '''
  }
}

resource headers 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'headers'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: '''
      {"skillset": {"skills": [{"uri": "https://f.azurewebsites.net/api/x", "httpHeaders": {"x-functions-key": "abc"}}]}}
    '''
  }
}

resource encrypted 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'encrypted'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: '''
      {"name": "indexer", "encryptionKey": {"accessCredentials": {"applicationId": "x", "applicationSecret": "abc"}}}
    '''
  }
}

resource keyless 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'keyless'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ok: search-object-inline-key
    scriptContent: '''
      {"skillset": {"skills": [{"apiKey": "", "httpHeaders": {}}], "cognitiveServices": {"@odata.type": "#Microsoft.Azure.Search.AIServicesByIdentity"}}}
      {"name": "datasource", "credentials": {"connectionString": "ResourceId=/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/files;"}}
    '''
  }
}

// A key in a request, not in an object.
resource caller 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'caller'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ok: search-object-inline-key
    scriptContent: '''
      Invoke-RestMethod -Uri "https://docs.search.windows.net/indexes" -Headers @{ "api-key" = $key }
    '''
  }
}

// Not about Search.
resource other 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'other'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ok: search-object-inline-key
    scriptContent: '''
      az storage blob upload --connection-string "AccountName=files;AccountKey=abc;"
    '''
  }
}

resource given 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'given'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    scriptContent: 'Invoke-RestMethod -Uri "$env:URL/skillsets/s" -Body $env:BODY'
    environmentVariables: [
      { name: 'URL', value: 'https://docs.search.windows.net/datasources' }
      // ruleid: search-object-inline-key
      { name: 'BODY', value: '{"skillset":{"apiKey":"abc"}}' }
    ]
  }
}

resource argued 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'argued'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    scriptContent: 'param([string] $body); New-SearchIndexer $body'
    // ruleid: search-object-inline-key
    arguments: '-body \'{"vectorizers":[{"apiKey":"abc"}]}\''
  }
}

resource innocent 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'innocent'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    scriptContent: 'param([string] $body)'
    // ok: search-object-inline-key
    arguments: '-body \'{"vectorizers":[{"name":"v"}]}\''
    environmentVariables: [
      { name: 'URL', value: 'https://docs.search.windows.net/datasources' }
      { name: 'SAS', secureValue: 'AccountKey=abc' }
      { name: 'OTHER', value: 'AccountKey=abc' }
    ]
  }
}

resource said 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'said'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    scriptContent: 'param([string] $body)'
    // ok: search-object-inline-key
    arguments: '-account AccountKey=abc'
  }
}

// Nothing that is known of it speaks of Search.
resource fromAnywhere 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'fromAnywhere'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ok: search-object-inline-key
    scriptContent: script
  }
}

resource withAnyBody 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'withAnyBody'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    scriptContent: 'New-SearchIndexer @args'
    // unknown: search-object-inline-key
    arguments: body
  }
}

resource withAnyKey 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'withAnyKey'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // unknown: search-object-inline-key
    scriptContent: '{"@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "apiKey": "${key}"}'
  }
}

resource withSecret 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'withSecret'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: '{"@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "apiKey": "$KEY"}'
    environmentVariables: [
      { name: 'KEY', secureValue: secret }
    ]
  }
}

// The variable that the object takes its key from is empty.
resource withNone 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'withNone'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ok: search-object-inline-key
    scriptContent: '{"@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "apiKey": "$KEY"}'
    environmentVariables: [
      { name: 'KEY', value: '' }
    ]
  }
}

resource python 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'python'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key "(api_key)"
    scriptContent: '''
      from azure.search.documents.indexes.models import AzureOpenAIVectorizerParameters
      parameters = AzureOpenAIVectorizerParameters(resource_url=url, deployment_name="e", api_key=key)
    '''
  }
}

resource deployed 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'deployed'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    // ok: search-object-inline-key
    scriptContent: '''
      # {"skillset": {"apiKey": "abc"}}
      <# @{ skillset = @{ apiKey = "abc" } } #>
      $skillset = @{ apiKey = $null; knowledgeStore = @{ storageConnectionString = "ResourceId=/subscriptions/s;" } }
    '''
  }
}

// ok: search-object-inline-key
resource linked 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'linked'
  location: resourceGroup().location
  kind: 'AzurePowerShell'
  properties: {
    azPowerShellVersion: '12.0'
    retentionInterval: 'P1D'
    primaryScriptUri: 'https://example.com/script.ps1'
  }
}

// A flow that makes an index.
resource flow 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'flow'
  location: resourceGroup().location
  properties: {
    definition: {
      actions: {
        vectors: {
          type: 'Http'
          inputs: {
            method: 'PUT'
            uri: 'https://docs.search.windows.net/indexes/vectors?api-version=2024-07-01'
            authentication: { type: 'ManagedServiceIdentity', audience: 'https://search.azure.com' }
            // ruleid: search-object-inline-key
            body: { vectorSearch: { vectorizers: [{ azureOpenAIParameters: { resourceUri: 'https://oai.openai.azure.com', apiKey: key == '' ? 'a' : 'b' } }] } }
          }
        }
        other: {
          type: 'Http'
          inputs: {
            method: 'PUT'
            uri: 'https://docs.example.com/indexes'
            // ok: search-object-inline-key
            body: { apiKey: 'abc' }
          }
        }
      }
    }
  }
}

resource theirs 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'theirs'
}

resource ofTheirs 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'of-theirs'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: '{"skills": [{"@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "apiKey": "${theirs.listKeys().key1}"}]}'
  }
}

param withKeys bool = true

resource onlyIf 'Microsoft.Resources/deploymentScripts@2023-08-01' = if (withKeys) {
  name: 'only-if'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: '{"skills": [{"@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "apiKey": "abc"}]}'
  }
}

@allowed(['abc', 'def'])
param either string

// Whichever it is.
resource eitherOne 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: '{"skills": [{"@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "apiKey": "${either}"}]}'
  }
}

resource many 'Microsoft.Resources/deploymentScripts@2023-08-01' = [
  for kind in ['Text.AzureOpenAIEmbeddingSkill', 'Custom.ChatCompletionSkill']: {
    name: replace(kind, '.', '-')
    location: resourceGroup().location
    kind: 'AzureCLI'
    properties: {
      azCliVersion: '2.64.0'
      retentionInterval: 'P1D'
      // ruleid: search-object-inline-key
      scriptContent: '{"skills": [{"@odata.type": "#Microsoft.Skills.${kind}", "apiKey": "abc"}]}'
    }
  }
]

module inModule 'module.bicep' = {
  name: 'in-module'
  params: { skill: { '@odata.type': '#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill', apiKey: 'abc' } }
}

param more string

// What is not known between two members hides none of them.
resource between 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'between'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.60.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key "(apiKey)"
    scriptContent: '{"skillset": {"name": "docs"${more}"apiKey": "abc"}}'
  }
}

resource besides 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'besides'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.60.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key "(apiKey)"
    scriptContent: '{"skillset": {"skills": [${more}{"apiKey": "abc"}${more}]${more}}}'
  }
}

resource inside 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'inside'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.60.0'
    retentionInterval: 'P1D'
    // ok: search-object-inline-key
    scriptContent: '{"skillset": {"name": "docs-${more}", "apiKey": ""${more}}}'
  }
}

// A file of a repository, as the scan reads it.
resource file 'Microsoft.Search/searchServices/objects@2025-09-01' = {
  name: 'docs/skillset.json'
  properties: {
    skills: [
      {
        '@odata.type': '#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill'
        // ruleid: search-object-inline-key "(apiKey)"
        apiKey: '9f3kQm7Zx2LbV8tRw5YpNc4HsJd6Ga1E'
      }
    ]
  }
}

resource mark 'Microsoft.Search/searchServices/objects@2025-09-01' = {
  name: 'docs/marked.json'
  properties: {
    skills: [
      {
        '@odata.type': '#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill'
        // ok: search-object-inline-key
        apiKey: '<your-key>'
      }
    ]
  }
}
