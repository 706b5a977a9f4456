using System.Collections.Frozen;
using Azure.Core;
using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Settings;
using LeadFilter.Pipeline.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Functions.Queues;

/// <summary>Adds the queues to the host.</summary>
internal static class QueueRegistration
{
    // For opening a connection; and for how long a send waits that comes in the moment in which another is told that the queue is busy.
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Adds one client and one sender for each queue, which live as long as the host.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">How Service Bus is reached, and what the queues are called there.</param>
    public static IServiceCollection AddServiceBusQueues(this IServiceCollection services, AzureSettings settings) => services
        .AddSingleton(provider => settings.ServiceBus.ConnectionString is { } secret
            ? new ServiceBusClient(secret, Options())
            : new ServiceBusClient(settings.ServiceBus.Address!, provider.GetRequiredService<TokenCredential>(), Options()))
        .AddSingleton<ILeadQueue>(provider => new ServiceBusLeadQueue(
            SendersOf(provider.GetRequiredService<ServiceBusClient>(), settings),
            SendTries.Make(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Random>()),
            provider.GetRequiredService<ILogger<ServiceBusLeadQueue>>()))
        .AddSingleton<IQueueContents>(provider => new ServiceBusContents(NamesOf(settings).ToFrozenDictionary(
            name => name.Key, name => ServiceBusLinks.To(provider.GetRequiredService<ServiceBusClient>(), name.Value))))
        .AddSingleton<IQueueProbe>(provider => new ServiceBusProbe(ReceiversOf(provider.GetRequiredService<ServiceBusClient>(), settings)));

    private static FrozenDictionary<string, ServiceBusSender> SendersOf(ServiceBusClient client, AzureSettings settings) =>
        NamesOf(settings).ToFrozenDictionary(name => name.Key, name => client.CreateSender(name.Value));

    private static FrozenDictionary<string, ServiceBusReceiver> ReceiversOf(ServiceBusClient client, AzureSettings settings) =>
        NamesOf(settings).ToFrozenDictionary(name => name.Key, name => client.CreateReceiver(name.Value));

    private static Dictionary<string, string> NamesOf(AzureSettings settings) => new()
    {
        [QueueNames.Leads] = settings.LeadQueue,
        [QueueNames.Records] = settings.RecordQueue,
        [QueueNames.Notices] = settings.NoticeQueue,
    };

    private static ServiceBusClientOptions Options() => new()
    {
        RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0, TryTimeout = TryTimeout },
    };
}
