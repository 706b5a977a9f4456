using System.Net.Sockets;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Transport;

namespace LeadFilter.Tests.Azure.ServiceBus.Connections;

/// <summary>A client's TCP connection. The library's own transport can only be made by its own listener.</summary>
internal sealed class SocketTransport : TransportBase, IDisposable
{
    private readonly Socket socket;
    private readonly NetworkStream stream;

    public SocketTransport(Socket socket)
        : base("socket")
    {
        this.socket = socket;
        stream = new(socket, ownsSocket: true);
        LocalEndPoint = socket.LocalEndPoint!.ToString()!;
        RemoteEndPoint = socket.RemoteEndPoint!.ToString()!;
    }

    public override string LocalEndPoint { get; }

    public override string RemoteEndPoint { get; }

    public override void SetMonitor(ITransportMonitor usageMeter)
    {
    }

    public override bool ReadAsync(TransportAsyncCallbackArgs args) =>
        Run(stream.ReadAsync(args.Buffer.AsMemory(args.Offset, args.Count)), args);

    public override bool WriteAsync(TransportAsyncCallbackArgs args) => Run(WriteAllAsync(args), args);

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    protected override bool CloseInternal()
    {
        Dispose();
        return true;
    }

    /// <summary>Drops the connection: the client reads an error, not an end.</summary>
    protected override void AbortInternal()
    {
        socket.LingerState = new(enable: true, seconds: 0);
        Dispose();
    }

    private async ValueTask<int> WriteAllAsync(TransportAsyncCallbackArgs args)
    {
        if (args.ByteBufferList is { } buffers)
        {
            foreach (var buffer in buffers)
            {
                await stream.WriteAsync(buffer.Buffer.AsMemory(buffer.Offset, buffer.Length));
            }
        }
        else
        {
            await stream.WriteAsync(args.Buffer.AsMemory(args.Offset, args.Count));
        }

        return args.Count;
    }

    /// <summary>Whether the caller is called back; otherwise it goes on by itself.</summary>
    private static bool Run(ValueTask<int> transfer, TransportAsyncCallbackArgs args)
    {
        args.CompletedSynchronously = transfer.IsCompleted;
        var running = FinishAsync(transfer, args);
        return !args.CompletedSynchronously && running is not null;
    }

    private static async Task FinishAsync(ValueTask<int> transfer, TransportAsyncCallbackArgs args)
    {
        var isSynchronous = args.CompletedSynchronously;
        try
        {
            args.BytesTransfered = await transfer;
            args.Exception = null;
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException)
        {
            args.Exception = failure;
        }

        if (!isSynchronous)
        {
            args.CompletedCallback(args);
        }
    }
}
