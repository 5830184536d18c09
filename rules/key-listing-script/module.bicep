param command string

resource given 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'inner-script'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: key-listing-script
    scriptContent: 'set -e\n${command}'
  }
}
