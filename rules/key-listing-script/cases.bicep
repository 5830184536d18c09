// nocase: live a script is not read from Azure

param script string
param account string

resource keys 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'keys'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: key-listing-script "The script of 'keys' fetches keys"
    scriptContent: 'key=$(az cognitiveservices account keys list -n oai -g rg --query key1 -o tsv)'
  }
}

resource search 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'search'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: key-listing-script
    scriptContent: '''
      set -e
      az search admin-key \\
        show --service-name docs -g rg
    '''
  }
}

resource powershell 'Microsoft.Resources/deploymentScripts@2023-08-01' = [
  for command in ['get-azcognitiveservicesaccountkey', 'Get-AzSearchAdminKeyPair', 'Get-AzSearchQueryKey']: {
    name: command
    location: resourceGroup().location
    kind: 'AzurePowerShell'
    properties: {
      azPowerShellVersion: '12.0'
      retentionInterval: 'P1D'
      // ruleid: key-listing-script
      scriptContent: '$key = ${command} -ResourceGroupName rg -Name ${account}'
    }
  }
]

resource rest 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'rest'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: key-listing-script
    scriptContent: 'curl -X POST "https://management.azure.com$ID/listKeys?api-version=2025-06-01"'
  }
}

resource token 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'token'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ok: key-listing-script
    scriptContent: 'az account get-access-token --resource https://search.azure.com'
  }
}

resource commented 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'commented'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ok: key-listing-script
    scriptContent: '''
      # az cognitiveservices account keys list -n oai -g rg
      echo done   # no more az search query-key list
    '''
  }
}

resource told 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'told'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ok: key-listing-script
    scriptContent: 'echo "If you need a key: az search admin-key show --service-name docs -g rg"'
  }
}

resource storage 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'storage'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ok: key-listing-script
    scriptContent: 'az storage account keys list -n files -g rg'
  }
}

// By its address it is a key of something else.
resource addressed 'Microsoft.Resources/deploymentScripts@2023-08-01' = [
  for (url, i) in [
    '/subscriptions/$SUB/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/files/listKeys?api-version=2024-01-01'
    '$FUNCTION_APP/host/default/listKeys?api-version=2024-04-01'
  ]: {
    name: 'addressed-${i}'
    location: resourceGroup().location
    kind: 'AzureCLI'
    properties: {
      azCliVersion: '2.64.0'
      retentionInterval: 'P1D'
      // ok: key-listing-script
      scriptContent: 'az rest --method post --url "https://management.azure.com${url}"'
    }
  }
]

resource ofSearch 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'of-search'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: key-listing-script
    scriptContent: 'az rest --method post --url "/subscriptions/$SUB/resourceGroups/rg/providers/microsoft.search/searchServices/docs/listAdminKeys?api-version=2025-05-01"'
  }
}

// The id of the account says so, whatever its subscription is.
resource restOfTheirs 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'rest-of-theirs'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: key-listing-script
    scriptContent: 'az rest --method post --url "https://management.azure.com${theirs.id}/listKeys?api-version=2025-06-01"'
  }
}

// As a program starts it.
resource words 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'words'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: key-listing-script
    scriptContent: 'python3 -c \'import subprocess; subprocess.run(["az", "cognitiveservices", "account", "keys", "list", "-n", "oai"])\''
  }
}

resource supported 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'supported'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    supportingScriptUris: ['https://example.com/keys.sh']
    // unknown: key-listing-script
    scriptContent: '. ./keys.sh'
  }
}

resource given 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'given'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // unknown: key-listing-script
    scriptContent: script
  }
}

// What names and ids are put into a command changes nothing about it.
resource named 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'named'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ok: key-listing-script
    scriptContent: 'az cognitiveservices account deployment list -g ${resourceGroup().name} -n ${account}'
  }
}

// It has no text yet, and no link.
resource empty 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'empty'
  location: resourceGroup().location
  kind: 'AzureCLI'
  // ok: key-listing-script
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
  }
}

resource linked 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'linked'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // unknown: key-listing-script
    primaryScriptUri: 'https://example.com/script.sh'
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
    // ruleid: key-listing-script
    scriptContent: 'az cognitiveservices account keys list --ids ${theirs.id}'
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
    // ruleid: key-listing-script
    scriptContent: 'az search admin-key show --service-name docs -g rg'
  }
}

@allowed(['az search query-key list --service-name docs -g rg', 'az search service show -n docs -g rg'])
param either string

// Whichever it is.
resource eitherOne 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // unknown: key-listing-script
    scriptContent: either
  }
}

module inModule 'module.bicep' = {
  name: 'in-module'
  params: { command: 'az cognitiveservices account keys list -n oai -g rg' }
}
