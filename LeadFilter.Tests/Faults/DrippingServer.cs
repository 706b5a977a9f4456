using System.Net;
using System.Net.Sockets;

namespace LeadFilter.Tests.Faults;

/// <summary>A server that sends the head of its answer byte by byte and never ends it, until it is gone.</summary>
internal sealed class DrippingServer : IAsyncDisposable
{
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(20);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task accepting;

    public DrippingServer()
    {
        listener.Start();
        Address = new($"http://{listener.LocalEndpoint}/leads");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        if (end.IsCancellationRequested)
        {
            return;
        }

        await end.CancelAsync();
        await accepting;
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nX-Drip: "u8.ToArray(), end.Token);
                while (true)
                {
                    await stream.WriteAsync("x"u8.ToArray(), end.Token);
                    await Task.Delay(Drip, TimeProvider.System, end.Token);
                }
            }
            catch (Exception over) when (over is OperationCanceledException or IOException)
            {
                // The caller has had enough, or the test has.
            }
        }
    }
}
