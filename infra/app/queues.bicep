// Service Bus with the queues of LeadFilter.Pipeline (QueueNames.All).
param name string
param location string
param tags object

var leadQueueName = 'leads'
var recordQueueName = 'records'
var noticeQueueName = 'notices'

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  // Basic has no duplicate detection. Only Premium has network rules, so a subnet shuts no door here.
  sku: {
    name: 'Standard'
    tier: 'Standard'
  }
  tags: tags
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
  }
}

resource queues 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [
  for queueName in [leadQueueName, recordQueueName, noticeQueueName]: {
    parent: namespace
    name: queueName
    properties: {
      // Longer than a delivery with all its tries may take, so that no lead is worked on twice at once.
      lockDuration: 'PT2M'
      // After this many deliveries that were never settled (crashes), people look at the message.
      maxDeliveryCount: 10
      // As long as a receipt lives: within it a resend may send the same message again, and only one stays.
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'P1D'
      // Longer than redelivery goes on (24 h), so that a stopped app loses nothing over a holiday.
      defaultMessageTimeToLive: 'P14D'
      deadLetteringOnMessageExpiration: true
      maxSizeInMegabytes: 5120
    }
  }
]

output id string = namespace.id
output name string = namespace.name
output host string = split(replace(namespace.properties.serviceBusEndpoint, 'https://', ''), ':')[0]
output leadQueue string = leadQueueName
output recordQueue string = recordQueueName
output noticeQueue string = noticeQueueName
