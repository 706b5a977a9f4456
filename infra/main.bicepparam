using './main.bicep'

// Secrets come from the environment (a variable group of the pipeline, or `azd env set`); none stands in this file.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'test')
param alertEmail = readEnvironmentVariable('LEADFILTER_ALERT_EMAIL')
param identitySecret = readEnvironmentVariable('LEADFILTER_IDENTITY_SECRET')
param adminKey = readEnvironmentVariable('LEADFILTER_ADMIN_KEY')

// One line for each secret that a campaign names in delivery.secret.
param crmSecretNames = [
  'CRM_SECRET'
]
param crmSecrets = {
  CRM_SECRET: readEnvironmentVariable('CRM_SECRET')
}

param warmHttpInstances = 2
param warmForwardInstances = 1
param maximumInstanceCount = 40
