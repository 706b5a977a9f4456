// Who is told, and when: the filter is not ready, a lead could not be delivered, a queue does not empty, answers fail or are slow, calls are refused.
param name string
param location string
param tags object
param email string
param namespaceId string
param tableServiceId string
param insightsId string
param readinessTestId string
param workspaceId string

@description('The p95 of answers to vendors, in milliseconds.')
param slowAnswerMs int

@description('Leads that wait for five minutes on end.')
param longQueue int = 500

@description('The age of the oldest lead taken from the queue, in seconds.')
param oldLeadSeconds int = 60

@description('The share of answers with a status of 500 or more, in percent.')
param failedAnswersPercent int = 1

@description('Requests of vendors that were turned away for lack of room, within five minutes.')
param shedRequests int = 50

@description('Calls that Service Bus or the tables refused as too many, within five minutes.')
param throttledCalls int = 10

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'LeadFilter'
    enabled: true
    emailReceivers: [
      {
        name: 'Operations'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var queueMetrics = 'Microsoft.ServiceBus/namespaces'
var everyQueue = {
  name: 'EntityName'
  operator: 'Include'
  values: [
    '*'
  ]
}

var metricAlerts = [
  {
    name: 'dead-letters'
    description: 'A message could not be delivered or written and stands in a dead-letter queue with its reason.'
    severity: 1
    scope: namespaceId
    metricNamespace: queueMetrics
    dimension: everyQueue
    metric: 'DeadletteredMessages'
    aggregation: 'Maximum'
    threshold: 0
  }
  {
    name: 'long-queue'
    description: 'Messages come in faster than they are worked on, or the CRM is down.'
    severity: 2
    scope: namespaceId
    metricNamespace: queueMetrics
    dimension: everyQueue
    metric: 'ActiveMessages'
    aggregation: 'Minimum'
    threshold: longQueue
  }
  {
    name: 'throttled-queue'
    description: 'Service Bus refuses calls as too many: vendors get 503 and send again.'
    severity: 2
    scope: namespaceId
    metricNamespace: queueMetrics
    dimension: everyQueue
    metric: 'ThrottledRequests'
    aggregation: 'Total'
    threshold: throttledCalls
  }
  {
    name: 'throttled-tables'
    description: 'The storage account refuses calls to tables as too many: vendors get 503 and send again.'
    severity: 2
    scope: tableServiceId
    metricNamespace: 'Microsoft.Storage/storageAccounts/tableServices'
    dimension: {
      name: 'ResponseType'
      operator: 'Include'
      values: [
        'ClientAccountBandwidthThrottlingError'
        'ClientAccountRequestThrottlingError'
        'ClientThrottlingError'
        'ServerBusyError'
        'SuccessWithThrottling'
      ]
    }
    metric: 'Transactions'
    aggregation: 'Total'
    threshold: throttledCalls
  }
]

resource storeAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in metricAlerts: {
    name: '${name}-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [
        alert.scope
      ]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: alert.metricNamespace
            metricName: alert.metric
            timeAggregation: alert.aggregation
            operator: 'GreaterThan'
            threshold: alert.threshold
            dimensions: [
              alert.dimension
            ]
          }
        ]
      }
      actions: [
        {
          actionGroupId: people.id
        }
      ]
    }
  }
]

// From outside, for an app that does not start says nothing itself.
resource readinessAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  tags: tags
  properties: {
    description: 'Two places found that the filter is not ready: it does not start, a campaign does not load, or a store cannot be used.'
    severity: 1
    enabled: true
    scopes: [
      readinessTestId
      insightsId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readinessTestId
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

// Each row stands for ItemCount requests once telemetry is sampled (keptTelemetryPercent).
// Requests are known by the function's name or by their route, as the telemetry's version has it.
var toVendors = 'AppRequests | where Name has "SubmitLead" or Name has "/leads"'

var logAlerts = [
  {
    name: 'failed-answers'
    description: 'Vendors get errors instead of answers: the tables, the queue or the app itself fail.'
    severity: 1
    query: '${toVendors} | summarize Failed = 100.0 * sumif(ItemCount, toint(ResultCode) >= 500) / sum(ItemCount), Answers = sum(ItemCount) | where Answers >= 20'
    column: 'Failed'
    threshold: failedAnswersPercent
  }
  {
    name: 'slow-answers'
    description: 'Vendors wait long for their answers (95th percentile, milliseconds).'
    severity: 2
    query: '${toVendors} | summarize P95 = percentilew(DurationMs, ItemCount, 95), Answers = sum(ItemCount) | where Answers >= 20'
    column: 'P95'
    threshold: slowAnswerMs
  }
  {
    name: 'old-leads'
    description: 'Leads wait long in the queue before they are delivered (age when taken, seconds).'
    severity: 2
    query: 'AppMetrics | where Name == "leadfilter.queue.age" | summarize Oldest = max(Max)'
    column: 'Oldest'
    threshold: oldLeadSeconds
  }
  {
    name: 'shed-requests'
    description: 'There is more to do than the instances can: vendors are told to send again.'
    severity: 2
    query: 'AppMetrics | where Name == "leadfilter.shed" | summarize Shed = sum(Sum)'
    column: 'Shed'
    threshold: shedRequests
  }
]

resource answerAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: '${name}-${alert.name}'
    location: location
    kind: 'LogAlert'
    tags: tags
    properties: {
      displayName: '${name} ${alert.name}'
      description: alert.description
      severity: alert.severity
      enabled: true
      // A new workspace has none of these tables until the first request.
      skipQueryValidation: true
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT5M'
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: alert.column
            timeAggregation: 'Maximum'
            operator: 'GreaterThan'
            threshold: alert.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: true
      actions: {
        actionGroups: [
          people.id
        ]
      }
    }
  }
]
