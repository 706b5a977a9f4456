// Key Vault with the secrets, and the references by which the function app reads them.
param name string
param location string
param tags object

@description('The subnet that alone reaches the vault; empty: every network.')
param subnetId string

@description('Address ranges that reach the vault as well, once a subnet is given.')
param staffRanges string[]

@secure()
param identitySecret string

@secure()
param adminKey string

param crmSecretNames string[]

@secure()
param crmSecrets object

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: empty(subnetId) ? 'Allow' : 'Deny'
      virtualNetworkRules: empty(subnetId) ? [] : [{ id: subnetId }]
      ipRules: map(staffRanges, range => { value: range })
    }
  }
}

resource identitySecretEntry 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'LEADFILTER-IDENTITY-SECRET'
  properties: {
    value: identitySecret
  }
}

resource adminKeyEntry 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'LEADFILTER-ADMIN-KEY'
  properties: {
    value: adminKey
  }
}

// Names in Key Vault have hyphens where settings have underscores.
resource crmSecretEntries 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [
  for secretName in crmSecretNames: {
    parent: vault
    name: replace(secretName, '_', '-')
    properties: {
      value: crmSecrets[secretName]
    }
  }
]

var ownReferences = {
  LEADFILTER_IDENTITY_SECRET: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${identitySecretEntry.name})'
  LEADFILTER_ADMIN_KEY: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${adminKeyEntry.name})'
}
var crmReferences = toObject(
  crmSecretNames,
  secretName => secretName,
  secretName => '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${replace(secretName, '_', '-')})'
)

output name string = vault.name

@description('App settings: where each secret is to be read. No value of a secret is in it.')
output settings object = union(ownReferences, crmReferences, { LEADFILTER_SECRETS: join(crmSecretNames, ',') })
