// The tables, and what the Functions host keeps for itself: its locks and the package.
param name string
param location string
param sku string
param tags object

@description('The subnet that alone reaches the account; empty: every network.')
param subnetId string

@description('Address ranges that reach the account as well, once a subnet is given. A single address stands without /32.')
param staffRanges string[]

@description('Every table of LeadFilter.Pipeline (TableNames.All).')
param tableNames string[] = [
  'Decisions'
  'Claims'
  'Receipts'
  'Ledger'
  'Caps'
  'Suppressions'
  'Outcomes'
  'Returns'
  'OptOutTargets'
  'OptOuts'
  'Upkeep'
]

var packageContainerName = 'packages'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  tags: tags
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: empty(subnetId) ? 'Allow' : 'Deny'
      virtualNetworkRules: empty(subnetId) ? [] : [{ id: subnetId, action: 'Allow' }]
      ipRules: map(staffRanges, range => { value: range, action: 'Allow' })
    }
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = [
  for tableName in tableNames: {
    parent: tableService
    name: tableName
  }
]

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource packageContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobService
  name: packageContainerName
  properties: {
    publicAccess: 'None'
  }
}

output name string = account.name
output tableServiceId string = tableService.id
output packageContainer string = packageContainer.name
