// Where traces, metrics and logs go.
param name string
param location string
param tags object

@description('The share of traces, requests and logs that is kept, in percent.')
param keptPercent int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  kind: 'web'
  tags: tags
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // Telemetry is taken from our identity only (Monitoring Metrics Publisher), not from whoever knows the connection string.
    DisableLocalAuth: true
    SamplingPercentage: keptPercent
  }
}

output insightsName string = insights.name
output insightsId string = insights.id
output connectionString string = insights.properties.ConnectionString
output workspaceId string = workspace.id
