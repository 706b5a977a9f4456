using System.Collections.Concurrent;
using LeadFilter.Tests.Azure.ServiceBus.Faults;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Sasl;
using Microsoft.Azure.Amqp.Transport;

namespace LeadFilter.Tests.Azure.ServiceBus.Connections;

/// <summary>Takes connections, with SASL as Service Bus's clients speak it, and can drop them.</summary>
internal sealed class ConnectionListener : IDisposable
{
    private const string TokenMechanism = "MSSBCBS";
    private const int MaxFrame = 64 * 1024;

    private readonly ConcurrentDictionary<AmqpConnection, bool> open = new();
    private readonly AmqpSettings settings;
    private readonly SocketListener sockets;
    private readonly AmqpTransportListener listener;

    /// <summary>Listens.</summary>
    /// <param name="addresses">What clients may link to.</param>
    /// <param name="faults">What goes wrong.</param>
    public ConnectionListener(Addresses addresses, ServiceBusFaults faults)
    {
        settings = new() { RuntimeProvider = new LinkFactory(addresses, faults.Links) };
        settings.TransportProviders.Add(Sasl());
        settings.TransportProviders.Add(Amqp());
        sockets = new(faults.Connections);
        listener = new((TransportListener[])[sockets], settings);
        listener.Listen((from, accepted) => _ = OpenAsync(accepted));
    }

    /// <summary>The port of 127.0.0.1.</summary>
    public int Port => sockets.Port;

    /// <summary>How many connections are open.</summary>
    public int Count => open.Count;

    /// <summary>Drops all connections, as a network does.</summary>
    public void DropAll()
    {
        foreach (var connection in open.Keys)
        {
            connection.Abort();
        }
    }

    /// <summary>Stops listening and drops all connections.</summary>
    public void Dispose()
    {
        listener.Close();
        DropAll();
    }

    private async Task OpenAsync(TransportAsyncCallbackArgs accepted)
    {
        var connection = settings.RuntimeProvider.CreateConnection(
            accepted.Transport,
            (ProtocolHeader)accepted.UserToken,
            isInitiator: false,
            settings,
            new() { ContainerId = nameof(ServiceBus), MaxFrameSize = MaxFrame });
        connection.Closed += (_, _) => open.TryRemove(connection, out _);
        open[connection] = true;
        try
        {
            await connection.OpenAsync(AmqpConstants.DefaultTimeout);
        }
        catch (Exception failure)
            when (failure is AmqpException or IOException or TimeoutException or OperationCanceledException or InvalidOperationException)
        {
            connection.SafeClose(failure);
        }
    }

    private static SaslTransportProvider Sasl()
    {
        var provider = new SaslTransportProvider();
        provider.Versions.Add(new AmqpVersion(1, 0, 0));
        provider.AddHandler(new SaslAnonymousHandler(TokenMechanism));
        provider.AddHandler(new SaslAnonymousHandler());
        return provider;
    }

    private static AmqpTransportProvider Amqp()
    {
        var provider = new AmqpTransportProvider();
        provider.Versions.Add(new AmqpVersion(1, 0, 0));
        return provider;
    }
}
