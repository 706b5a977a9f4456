namespace Azure.Messaging.ServiceBus;

public class ServiceBusSender
{
    protected ServiceBusSender()
    {
    }

    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => throw new NotSupportedException("stand-in");
}
