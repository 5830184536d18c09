// nocase: live the settings of resources are not read from Azure, so it is never sure

param anyKind string
param withLogs bool

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'w'
  location: 'westeurope'
}

// ruleid: missing-diagnostic-settings "logs of 'silent'"
resource silent 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'silent'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'silent', disableLocalAuth: true }
}

// ok: missing-diagnostic-settings
resource logged 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'logged'
  location: 'westeurope'
  kind: 'aiservices'
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'logged', disableLocalAuth: true }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: logged
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', 'w')
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

// Metrics name nobody.
// ruleid: missing-diagnostic-settings
resource measured 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'measured'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: { disableLocalAuth: true }
}

resource metrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'metrics'
  scope: measured
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', 'w')
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

// ruleid: missing-diagnostic-settings
resource switchedOff 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'switched-off'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: { disableLocalAuth: true }
}

resource off 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'off'
  scope: switchedOff
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', 'w')
    logs: [{ categoryGroup: 'allLogs', enabled: false }]
  }
}

// unknown: missing-diagnostic-settings
resource perhaps 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'perhaps'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: { disableLocalAuth: true }
}

resource conditional 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (withLogs) {
  name: 'conditional'
  scope: perhaps
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', 'w')
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

// unknown: missing-diagnostic-settings
resource unknownKind 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'unknown-kind'
  location: 'westeurope'
  kind: anyKind
  sku: { name: 'S0' }
  properties: { customSubDomainName: 'unknown-kind', disableLocalAuth: true }
}

resource speech 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'speech'
  location: 'westeurope'
  kind: 'SpeechServices'
  sku: { name: 'S0' }
  properties: { disableLocalAuth: true }
}

resource there 'Microsoft.Search/searchServices@2025-05-01' existing = {
  name: 'there'
}

// ruleid: missing-diagnostic-settings
// nofix: missing-diagnostic-settings "loop"
resource many 'Microsoft.Search/searchServices@2025-05-01' = [for i in range(0, 2): {
  name: 'many-${i}'
  location: 'westeurope'
  sku: { name: 'basic' }
  properties: { disableLocalAuth: true }
}]

@allowed(['OpenAI', 'AIServices'])
param eitherKind string

// Whichever it is.
// ruleid: missing-diagnostic-settings
resource eitherAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'either'
  location: resourceGroup().location
  kind: eitherKind
  properties: { customSubDomainName: 'either' }
}
