// LeadFilter on Azure: everything that one installation needs, in one resource group.
targetScope = 'resourceGroup'

@description('Names the installation, such as prod or test; part of every resource name.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('The region. It must offer Flex Consumption: az functionapp list-flexconsumption-locations')
param location string = resourceGroup().location

@description('Who is told when something is wrong.')
param alertEmail string

@description('The secret of keyed hashes, at least 32 characters. Never change it: identities that were hashed with the old one would no longer be recognised.')
@minLength(32)
@secure()
param identitySecret string

@description('The key of the buyer\'s own people, for the rejection list.')
@minLength(16)
@secure()
param adminKey string

@description('The names of the secrets that campaigns name in delivery.secret.')
param crmSecretNames string[] = [
  'CRM_SECRET'
]

@description('The value of each of crmSecretNames, by name.')
@secure()
param crmSecrets object

@description('Limits that differ from their defaults, by the names of their settings, such as { LEADFILTER_VENDOR_RATE: \'50\' }; see docs/configuration.md.')
param limitSettings object = {}

@description('Instances that are always warm for vendors\' requests. Below 2, a failing instance means a cold start.')
@minValue(0)
@maxValue(20)
param warmHttpInstances int = 2

@description('Instances that are always warm for deliveries.')
@minValue(0)
@maxValue(20)
param warmForwardInstances int = 1

@description('Memory of one instance, in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('The most on-demand instances of one group; always-ready instances come on top. Calls to the CRM at once are at most (this + warmForwardInstances) times maxConcurrentCalls in host.json.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('How the storage account is copied: ZRS survives the loss of a zone, LRS is cheaper.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GZRS'
])
param storageSku string = 'Standard_ZRS'

@description('Whether the plan spreads its instances over zones.')
param zoneRedundant bool = false

@description('The share of traces, requests and logs that is kept, in percent. Metrics are always kept.')
@minValue(1)
@maxValue(100)
param keptTelemetryPercent int = 100

@description('The p95 of answers to vendors, in milliseconds, above which people are told.')
param slowAnswerMs int = 1000

@description('Address ranges (CIDR) that may call the filter, such as [ \'203.0.113.0/24\' ]. Empty: everybody, and keys decide.')
param callerRanges string[] = []

@description('The resource id of the subnet that the app runs in. Storage account and vault then take no other network. It is delegated to Microsoft.App/environments and has the service endpoints Microsoft.Storage and Microsoft.KeyVault. Empty: no virtual network; identities decide.')
param subnetId string = ''

@description('Address ranges from which staff reach storage account and vault when subnetId is given.')
param staffRanges string[] = []

@description('Calls to tables and blobs that are logged, each as a row. None by default: a bought lead makes about ten.')
param storageLogs ('StorageRead' | 'StorageWrite' | 'StorageDelete')[] = []

@description('Tags for every resource.')
param tags object = {}

var token = uniqueString(resourceGroup().id, environmentName)
var name = 'leadfilter-${environmentName}'
var allTags = union(tags, { 'azd-env-name': environmentName })

module identity 'app/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-${name}'
    location: location
    tags: allTags
  }
}

module telemetry 'app/telemetry.bicep' = {
  name: 'telemetry'
  params: {
    name: name
    location: location
    keptPercent: keptTelemetryPercent
    tags: allTags
  }
}

module storage 'app/storage.bicep' = {
  name: 'storage'
  params: {
    name: 'stlf${token}'
    location: location
    sku: storageSku
    subnetId: subnetId
    staffRanges: staffRanges
    tags: allTags
  }
}

module queues 'app/queues.bicep' = {
  name: 'queues'
  params: {
    name: 'sb-${name}-${token}'
    location: location
    tags: allTags
  }
}

module secrets 'app/secrets.bicep' = {
  name: 'secrets'
  params: {
    name: 'kv-lf-${token}'
    location: location
    identitySecret: identitySecret
    adminKey: adminKey
    crmSecretNames: crmSecretNames
    crmSecrets: crmSecrets
    subnetId: subnetId
    staffRanges: staffRanges
    tags: allTags
  }
}

module access 'app/access.bicep' = {
  name: 'access'
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    namespaceName: queues.outputs.name
    vaultName: secrets.outputs.name
    insightsName: telemetry.outputs.insightsName
  }
}

module functions 'app/functions.bicep' = {
  name: 'functions'
  params: {
    name: 'func-${name}-${token}'
    location: location
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packageContainer: storage.outputs.packageContainer
    serviceBusHost: queues.outputs.host
    leadQueue: queues.outputs.leadQueue
    recordQueue: queues.outputs.recordQueue
    noticeQueue: queues.outputs.noticeQueue
    insightsConnectionString: telemetry.outputs.connectionString
    vaultSettings: secrets.outputs.settings
    limitSettings: limitSettings
    warmHttpInstances: warmHttpInstances
    warmForwardInstances: warmForwardInstances
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    zoneRedundant: zoneRedundant
    callerRanges: callerRanges
    subnetId: subnetId
    tags: allTags
  }
  dependsOn: [
    access
  ]
}

module availability 'app/availability.bicep' = {
  name: 'availability'
  params: {
    name: name
    location: location
    insightsId: telemetry.outputs.insightsId
    readyAddress: functions.outputs.readyAddress
    tags: allTags
  }
}

module diagnostics 'app/diagnostics.bicep' = {
  name: 'diagnostics'
  params: {
    workspaceId: telemetry.outputs.workspaceId
    namespaceName: queues.outputs.name
    storageName: storage.outputs.name
    vaultName: secrets.outputs.name
    appName: functions.outputs.name
    storageLogs: storageLogs
  }
}

module alerts 'app/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    email: alertEmail
    namespaceId: queues.outputs.id
    tableServiceId: storage.outputs.tableServiceId
    insightsId: telemetry.outputs.insightsId
    readinessTestId: availability.outputs.testId
    workspaceId: telemetry.outputs.workspaceId
    slowAnswerMs: slowAnswerMs
    tags: allTags
  }
}

output functionAppName string = functions.outputs.name
output address string = functions.outputs.address
output readyAddress string = functions.outputs.readyAddress
output serviceBusHost string = queues.outputs.host
output vaultName string = secrets.outputs.name
