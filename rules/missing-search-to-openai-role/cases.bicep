param location string = resourceGroup().location
param which string

resource vectors 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'contoso-vec'
  location: location
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'contoso-vec'
    disableLocalAuth: true
  }
}

resource chat 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'contoso-chat'
  location: location
  kind: 'AIServices'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'contoso-chat'
    disableLocalAuth: true
  }
}

resource alone 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'contoso-alone'
}

resource named 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'contoso-named'
  location: location
}

resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'contoso-docs'
  location: location
  sku: { name: 'basic' }
  identity: { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: { '${named.id}': {} } }
  properties: { disableLocalAuth: true }
}

resource news 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'contoso-news'
  location: location
  sku: { name: 'basic' }
  identity: { type: 'SystemAssigned' }
  properties: { disableLocalAuth: true }
}

// Embeddings as itself, chats as the named one.
resource mayEmbed 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vectors.id, docs.id, 'mayEmbed')
  scope: vectors
  properties: {
    principalId: docs.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  }
}

resource mayChat 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(chat.id, named.id, 'mayChat')
  scope: chat
  properties: {
    principalId: named.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  }
}

resource inText 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'inText'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ok: missing-search-to-openai-role
    scriptContent: '''
      curl -X PUT "https://contoso-docs.search.windows.net/skillsets/s?api-version=2024-07-01" -d @- <<EOF
      { "skills": [ { "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill",
                      "resourceUri": "https://contoso-vec.openai.azure.com", "deploymentId": "e" } ] }
      EOF
    '''
  }
}

resource otherService 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'otherService'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ruleid: missing-search-to-openai-role "makes 'contoso-news' call the models of 'contoso-vec'"
    scriptContent: '''
      curl -X PUT "https://contoso-news.search.windows.net/skillsets/s?api-version=2024-07-01" -d @- <<EOF
      { "skills": [ { "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill",
                      "resourceUri": "https://contoso-vec.openai.azure.com", "deploymentId": "e" } ] }
      EOF
    '''
  }
}

resource powershell 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'powershell'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ruleid: missing-search-to-openai-role "call the models of 'contoso-chat'"
    scriptContent: '''
      param([string] $chatUri)
      $service = $env:SEARCH_SERVICE
      $index = @{
        vectorSearch = @{ vectorizers = @( @{
          name = "v"
          kind = "azureOpenAI"
          azureOpenAIParameters = @{ resourceUri = $chatUri; deploymentId = "e"; apiKey = "" }
        } ) }
      }
      Invoke-RestMethod -Uri "https://$service.search.windows.net/indexes/i" -Body ($index | ConvertTo-Json -Depth 9)
    '''
    arguments: '-chatUri ${chat.properties.endpoint}'
    environmentVariables: [
      { name: 'SEARCH_SERVICE', value: news.name }
    ]
  }
}

resource asNamed 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'asNamed'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ok: missing-search-to-openai-role
    scriptContent: '''
      { "models": [ { "kind": "azureOpenAI", "azureOpenAIParameters": { "resourceUri": "$URI", "deploymentId": "gpt",
          "authIdentity": { "@odata.type": "#Microsoft.Azure.Search.DataUserAssignedIdentity", "userAssignedIdentity": "$IDENTITY" } } } ] }
    '''
    environmentVariables: [
      { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://CONTOSO-DOCS.search.windows.net' }
      { name: 'URI', value: chat.properties.endpoint }
      { name: 'IDENTITY', value: named.id }
    ]
  }
}

resource asOther 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'asOther'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ruleid: missing-search-to-openai-role "as 'contoso-named'"
    scriptContent: '''
      { "models": [ { "kind": "azureOpenAI", "azureOpenAIParameters": { "resourceUri": "https://contoso-vec.openai.azure.com", "deploymentId": "gpt",
          "authIdentity": { "@odata.type": "#Microsoft.Azure.Search.DataUserAssignedIdentity", "userAssignedIdentity": "$IDENTITY" } } } ] }
    '''
    environmentVariables: [
      { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://contoso-docs.search.windows.net' }
      { name: 'IDENTITY', value: named.id }
    ]
  }
}

// Of an account that is not made here nobody knows all roles.
resource existing 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'existing'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // unknown: missing-search-to-openai-role
    scriptContent: 'curl -X PUT https://contoso-news.search.windows.net/skillsets/s -d \'{ "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "resourceUri": "${alone.properties.endpoint}", "deploymentId": "e" }\''
  }
}

resource anywhere 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'anywhere'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // unknown: missing-search-to-openai-role
    scriptContent: 'curl -X PUT https://contoso-news.search.windows.net/skillsets/s -d \'{ "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "resourceUri": "https://${which}.openai.azure.com", "deploymentId": "e" }\''
  }
}

resource unset 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'unset'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // unknown: missing-search-to-openai-role
    scriptContent: 'curl -X PUT https://contoso-news.search.windows.net/skillsets/s -d \'{ "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "resourceUri": "$OPENAI_URI", "deploymentId": "e" }\''
  }
}

// For which of the two services it is nobody says.
resource whose 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'whose'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // unknown: missing-search-to-openai-role
    scriptContent: '{ "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "resourceUri": "https://contoso-vec.openai.azure.com", "deploymentId": "e" }'
  }
}

// A key is another rule's.
resource byKey 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'byKey'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ok: missing-search-to-openai-role
    scriptContent: 'curl -X PUT https://contoso-news.search.windows.net/skillsets/s -d \'{ "vectorizers": [ { "azureOpenAIParameters": { "resourceUri": "https://contoso-chat.openai.azure.com", "apiKey": "$KEY" } } ] }\''
  }
}

// A function of one's own, and a model of another vendor.
resource custom 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'custom'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ok: missing-search-to-openai-role
    scriptContent: '''
      curl -X PUT https://contoso-news.search.windows.net/skillsets/s -d '{ "skills": [
        { "@odata.type": "#Microsoft.Skills.Custom.WebApiSkill", "uri": "https://contoso.azurewebsites.net/api/f" },
        { "@odata.type": "#Microsoft.Skills.Custom.AmlSkill", "uri": "https://contoso.inference.ml.azure.com/score", "key": "" } ] }'
    '''
  }
}

// Said once for all that the service does there.
resource chats 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'chats'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ok: missing-search-to-openai-role
    scriptContent: '''
      curl -X PUT https://contoso-news.search.windows.net/skillsets/s -d '{
        "@odata.type": "#Microsoft.Skills.Custom.ChatCompletionSkill",
        "uri": "https://contoso-chat.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21" }'
    '''
  }
}

// Skills that are billed to an account: the role for models is not enough.
resource billed 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'billed'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ruleid: missing-search-to-openai-role "use 'contoso-vec'"
    scriptContent: '''
      curl -X PUT https://contoso-docs.search.windows.net/skillsets/s -d '{ "cognitiveServices": {
        "@odata.type": "#Microsoft.Azure.Search.AIServicesByIdentity", "subdomainUrl": "https://contoso-vec.cognitiveservices.azure.com" } }'
    '''
  }
}

resource billedToo 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'billedToo'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ok: missing-search-to-openai-role
    scriptContent: '''
      curl -X PUT https://contoso-docs.search.windows.net/skillsets/s -d '{ "cognitiveServices": {
        "@odata.type": "#Microsoft.Azure.Search.AIServicesByIdentity", "subdomainUrl": "https://contoso-skills.cognitiveservices.azure.com" } }'
    '''
  }
}

// As what another one may do.
resource asNobody 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'asNobody'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ok: missing-search-to-openai-role
    scriptContent: 'curl -X PUT https://contoso-news.search.windows.net/skillsets/s -d \'{ "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "resourceUri": "https://contoso-chat.openai.azure.com", "authIdentity": { "userAssignedIdentity": "${named.id}" } }\''
  }
}

resource skills 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'contoso-skills'
  location: location
  kind: 'CognitiveServices'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'contoso-skills'
    disableLocalAuth: true
  }
}

resource maySkill 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(skills.id, docs.id, 'maySkill')
  scope: skills
  properties: {
    principalId: docs.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a97b65f3-24c7-4388-baec-2e87135dc908')
  }
}

// The same in a module, with the object as a text that the template makes.
module indexed 'module.bicep' = {
  name: 'indexed'
  params: {
    location: location
    search: 'contoso-hr'
    account: 'contoso-hr'
  }
}

resource each 'Microsoft.Search/searchServices@2025-05-01' = [
  for i in range(0, 2): {
    name: 'contoso-${i}'
    location: location
    sku: { name: 'basic' }
    identity: { type: 'SystemAssigned' }
    properties: { disableLocalAuth: true }
  }
]

resource loop 'Microsoft.Resources/deploymentScripts@2023-08-01' = [for i in range(0, 2): {
  name: 'loop${i}'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ruleid: missing-search-to-openai-role
    // nofix: missing-search-to-openai-role "loop"
    scriptContent: 'curl -X PUT ${each[i].properties.endpoint}/skillsets/s -d \'{ "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "resourceUri": "https://contoso-vec.openai.azure.com", "deploymentId": "e" }\''
  }
}]

resource never 'Microsoft.Resources/deploymentScripts@2023-08-01' = if (false) {
  name: 'never'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ok: missing-search-to-openai-role
    scriptContent: 'curl -X PUT https://contoso-news.search.windows.net/skillsets/s -d \'{ "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "resourceUri": "https://contoso-none.openai.azure.com", "deploymentId": "e" }\''
  }
}

// One role is missing for both: it is said once.
resource both 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'both'
  location: location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.70.0'
    retentionInterval: 'P1D'
    // ruleid: missing-search-to-openai-role "call the models of 'contoso-skills'"
    scriptContent: '''
      curl -X PUT https://contoso-news.search.windows.net/skillsets/a -d '{ "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill", "resourceUri": "https://contoso-skills.openai.azure.com", "deploymentId": "e" }'
      curl -X PUT https://contoso-news.search.windows.net/skillsets/b -d '{ "cognitiveServices": { "@odata.type": "#Microsoft.Azure.Search.AIServicesByIdentity", "subdomainUrl": "https://contoso-skills.cognitiveservices.azure.com" } }'
    '''
  }
}
