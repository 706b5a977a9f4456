using Azure.Core;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusClient : IAsyncDisposable
{
    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
    {
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options)
    {
    }

    protected ServiceBusClient()
    {
    }

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => throw new NotSupportedException("stand-in");

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }
}
