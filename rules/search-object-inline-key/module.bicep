param skill object

resource given 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'inner-script'
  location: resourceGroup().location
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.64.0'
    retentionInterval: 'P1D'
    // ruleid: search-object-inline-key
    scriptContent: string({ skills: [skill] })
  }
}
