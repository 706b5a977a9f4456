// What Azure itself records about the resources, sent to the workspace beside the app's own telemetry.
param workspaceId string
param namespaceName string
param storageName string
param vaultName string
param appName string

@description('Calls to the tables and blobs that are logged, each as a row.')
param storageLogs ('StorageRead' | 'StorageWrite' | 'StorageDelete')[]

var settingName = 'to-workspace'

// Where each kind of log has a table of its own.
var tablePerKind = 'Dedicated'

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: namespaceName
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName

  resource tables 'tableServices' existing = {
    name: 'default'
  }

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

var storageLogSettings = map(storageLogs, kind => { category: kind, enabled: true })
var storageMetricSettings = [
  {
    category: 'Transaction'
    enabled: true
  }
]

// Changes of queues, refused connections and, with Premium, who sent and received how much.
resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: settingName
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: tablePerKind
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: settingName
  scope: storage::tables
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: tablePerKind
    logs: storageLogSettings
    metrics: storageMetricSettings
  }
}

resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: settingName
  scope: storage::blobs
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: tablePerKind
    logs: storageLogSettings
    metrics: storageMetricSettings
  }
}

// Who read which secret.
resource secretLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: settingName
  scope: vault
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: tablePerKind
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

// The host's log says why an app does not start. No other kind: logs of HTTP requests hold the query, and with it a lead sent by GET.
resource hostLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: settingName
  scope: app
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: tablePerKind
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}
