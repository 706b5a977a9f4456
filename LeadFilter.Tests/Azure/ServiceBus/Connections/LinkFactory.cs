using LeadFilter.Tests.Azure.ServiceBus.Faults;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Transport;

namespace LeadFilter.Tests.Azure.ServiceBus.Connections;

/// <summary>Makes the server's ends of connections, sessions and links.</summary>
/// <param name="addresses">What there is to be linked to.</param>
/// <param name="links">What goes wrong.</param>
internal sealed class LinkFactory(Addresses addresses, FaultSwitch links) : IRuntimeProvider
{
    private const ulong MaxMessageSize = 256 * 1024;

    public AmqpConnection CreateConnection(
        TransportBase transport,
        ProtocolHeader protocolHeader,
        bool isInitiator,
        AmqpSettings amqpSettings,
        AmqpConnectionSettings connectionSettings) =>
        new(transport, protocolHeader, isInitiator, amqpSettings, connectionSettings);

    public AmqpSession CreateSession(AmqpConnection connection, AmqpSessionSettings settings) => new(connection, settings, this);

    public AmqpLink CreateLink(AmqpSession session, AmqpLinkSettings settings)
    {
        settings.MaxMessageSize = MaxMessageSize;
        return settings.Role == true ? new ReceivingAmqpLink(session, settings) : new SendingAmqpLink(session, settings);
    }

    public IAsyncResult BeginOpenLink(AmqpLink link, TimeSpan timeout, AsyncCallback callback, object state) =>
        TaskToAsyncResult.Begin(OpenAsync(link), callback, state);

    public void EndOpenLink(IAsyncResult result) => TaskToAsyncResult.End(result);

    private async Task OpenAsync(AmqpLink link)
    {
        var address = AddressOf(link);
        var serve = addresses.Find(address)
            ?? throw new AmqpException(AmqpErrorCode.NotFound, $"The messaging entity '{address}' could not be found.");
        var fault = address == Addresses.Tokens ? Fault.None : links.Meet();
        if (ErrorCodes.ErrorOf(fault) is { } error)
        {
            throw new AmqpException(error);
        }

        if (fault == Fault.ConnectionDropped)
        {
            link.Session.Connection.Abort();
        }
        else if (fault != Fault.None)
        {
            await new TaskCompletionSource().Task;
        }

        serve(link);
    }

    private static string AddressOf(AmqpLink link) =>
        (link is ReceivingAmqpLink ? ((Target)link.Settings.Target).Address : ((Source)link.Settings.Source).Address).ToString()!;
}
