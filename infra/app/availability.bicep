// Asks from outside whether the filter is ready. It notices what the app itself cannot tell: that it does not start.
param name string
param location string
param tags object
param insightsId string
param readyAddress string

@description('Where the test runs. The alert needs failures in two places, so that one bad line wakes nobody.')
param places string[] = [
  'emea-nl-ams-azr'
  'us-va-ash-azr'
  'us-ca-sjc-azr'
]

resource readiness 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'ready-${name}'
  location: location
  kind: 'standard'
  // Application Insights finds its tests by this tag.
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  properties: {
    SyntheticMonitorId: 'ready-${name}'
    Name: 'Ready ${name}'
    Description: 'The filter answers, its campaigns are loaded, and its stores can be used.'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      for place in places: {
        Id: place
      }
    ]
    Request: {
      RequestUrl: readyAddress
      HttpVerb: 'GET'
      FollowRedirects: false
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      // A campaign that does not load is also answered with 200, as "degraded".
      ContentValidation: {
        ContentMatch: '"status":"ready"'
        IgnoreCase: false
        PassIfTextFound: true
      }
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

output testId string = readiness.id
