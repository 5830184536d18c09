param location string
param search string
param account string

resource hr 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: account
  location: location
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: account
    disableLocalAuth: true
  }
}

resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
  name: search
  location: location
  sku: { name: 'basic' }
  identity: { type: 'SystemAssigned' }
  properties: { disableLocalAuth: true }
}

var skillset = {
  skills: [
    {
      '@odata.type': '#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill'
      // ruleid: missing-search-to-openai-role "'contoso-hr' call the models of 'contoso-hr'"
      resourceUri: hr.properties.endpoint
      deploymentId: 'embedding'
    }
  ]
}

resource script 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'skillset'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    scriptContent: 'curl -X PUT "$SEARCH_ENDPOINT/skillsets/s?api-version=2024-07-01" -d "$SKILLSET"'
    environmentVariables: [
      { name: 'SEARCH_ENDPOINT', value: docs.properties.endpoint }
      { name: 'SKILLSET', value: string(skillset) }
    ]
  }
}
