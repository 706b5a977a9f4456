// The function app on Flex Consumption.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param storageName string
param packageContainer string
param serviceBusHost string
param leadQueue string
param recordQueue string
param noticeQueue string

// It names the place to send to. Local authentication is off, so that it opens nothing by itself.
param insightsConnectionString string

@description('Settings that Key Vault holds.')
param vaultSettings object

@description('Limits that differ from their defaults, by the names of their settings.')
param limitSettings object

param warmHttpInstances int
param warmForwardInstances int
param instanceMemoryMB int
param maximumInstanceCount int
param zoneRedundant bool

@description('Address ranges that may call the filter; empty: everybody, and keys decide.')
param callerRanges string[]

@description('The subnet that the app runs in; empty: none.')
param subnetId string

// Zone redundancy asks for two of each kind.
var minWarm = zoneRedundant ? 2 : 0
var warmInstances = [
  {
    name: 'http'
    instanceCount: max(warmHttpInstances, minWarm)
  }
  {
    name: 'function:ForwardLead'
    instanceCount: max(warmForwardInstances, minWarm)
  }
]

// The availability test calls from Azure's own addresses.
var callerRules = concat(
  [
    {
      name: 'availability'
      priority: 100
      action: 'Allow'
      tag: 'ServiceTag'
      ipAddress: 'ApplicationInsightsAvailability'
    }
  ],
  map(callerRanges, (range, index) => {
    name: 'caller-${index}'
    priority: 200 + index
    action: 'Allow'
    tag: 'Default'
    ipAddress: range
  })
)

// The folder in the package, beside the assemblies.
var campaignFolder = 'campaigns'

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  kind: 'functionapp'
  tags: tags
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  // azure.yaml finds the app by this tag.
  tags: union(tags, { 'azd-service-name': 'filter' })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: empty(callerRanges) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: empty(callerRanges) ? [] : callerRules
    }
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: filter(warmInstances, group => group.instanceCount > 0)
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(vaultSettings, limitSettings, {
      AZURE_CLIENT_ID: identityClientId
      AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
      AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      ServiceBus__fullyQualifiedNamespace: serviceBusHost
      ServiceBus__credential: 'managedidentity'
      ServiceBus__clientId: identityClientId
      LeadQueue: leadQueue
      RecordQueue: recordQueue
      NoticeQueue: noticeQueue
      Tables__serviceUri: storage.properties.primaryEndpoints.table
      CampaignFolder: campaignFolder
      LEADFILTER_OWN_ADDRESS: 'https://${app.properties.defaultHostName}'
    })
  }
}

// Packages come with an identity, never with the user name and password that Azure makes for every app.
resource ftpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output name string = app.name
output address string = 'https://${app.properties.defaultHostName}'
output readyAddress string = 'https://${app.properties.defaultHostName}/api/health/ready'
