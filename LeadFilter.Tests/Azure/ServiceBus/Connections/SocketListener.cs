using System.Net;
using System.Net.Sockets;
using LeadFilter.Tests.Azure.ServiceBus.Faults;
using Microsoft.Azure.Amqp.Transport;

namespace LeadFilter.Tests.Azure.ServiceBus.Connections;

/// <summary>Listens on a free port of 127.0.0.1. The library's own listener cannot say which port it got.</summary>
internal sealed class SocketListener : TransportListener, IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> hanging = [];
    private readonly FaultSwitch connections;

    /// <summary>Takes a port.</summary>
    /// <param name="connections">What goes wrong.</param>
    public SocketListener(FaultSwitch connections)
        : base("socket-listener")
    {
        this.connections = connections;
        listener.Start();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Dispose();
        hanging.ForEach(socket => socket.Dispose());
    }

    protected override void OnListen() => _ = AcceptAllAsync();

    protected override bool CloseInternal()
    {
        Dispose();
        return true;
    }

    protected override void AbortInternal() => Dispose();

    private async Task AcceptAllAsync()
    {
        while (await TryAcceptAsync() is { } socket)
        {
            switch (connections.Meet())
            {
                case Fault.None:
                    Hand(socket);
                    break;
                case Fault.Hang:
                    hanging.Add(socket);
                    break;
                default:
                    socket.Dispose();
                    break;
            }
        }
    }

    private async Task<Socket?> TryAcceptAsync()
    {
        try
        {
            return await listener.AcceptSocketAsync();
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            return null;
        }
    }

    private void Hand(Socket socket)
    {
        socket.NoDelay = true;
        var transport = new SocketTransport(socket);
        transport.Open();
        OnTransportAccepted(new() { Transport = transport, CompletedSynchronously = false });
    }
}
