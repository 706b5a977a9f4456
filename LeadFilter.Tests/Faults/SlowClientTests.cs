using System.Net.Sockets;
using System.Text;
using LeadFilter.Tests.Serving;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Faults;

/// <summary>Clients that send a byte now and then to hold connections (Slowloris), and those that send nothing.</summary>
[TestClass]
public sealed class SlowClientTests : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly FilterFolders folders = new();
    private readonly CancellationTokenSource patience = new(Patience);
    private KestrelServerLimits limits = null!;
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders, configure: services => services.PostConfigure<KestrelServerOptions>(kestrel =>
    {
        limits = new()
        {
            RequestHeadersTimeout = kestrel.Limits.RequestHeadersTimeout,
            KeepAliveTimeout = kestrel.Limits.KeepAliveTimeout,
            MinRequestBodyDataRate = kestrel.Limits.MinRequestBodyDataRate,
            MinResponseDataRate = kestrel.Limits.MinResponseDataRate,
        };

        // As in the product, but sooner.
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(1);
        kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(1.1));
    }));

    public async ValueTask DisposeAsync()
    {
        patience.Dispose();
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    public void The_filter_waits_10_seconds_for_headers_130_for_the_next_request_and_5_for_a_body_that_does_not_flow()
    {
        Assert.AreEqual(TimeSpan.FromSeconds(10), limits.RequestHeadersTimeout);
        Assert.AreEqual(TimeSpan.FromSeconds(130), limits.KeepAliveTimeout);
        Assert.AreEqual(TimeSpan.FromSeconds(5), limits.MinRequestBodyDataRate?.GracePeriod);
        Assert.AreEqual(240, limits.MinRequestBodyDataRate?.BytesPerSecond);
        Assert.IsNotNull(limits.MinResponseDataRate);
    }

    [TestMethod]
    public async Task Headers_that_drip_are_refused() =>
        Assert.StartsWith("HTTP/1.1 408 ", await DripAsync($"POST {FilterVisitor.Leads} HTTP/1.1\r\nHost: x\r\n", "X-a: b\r\n"), StringComparison.Ordinal);

    [TestMethod]
    public async Task A_body_that_drips_is_refused_with_a_word()
    {
        var answer = await DripAsync(
            $"POST {FilterVisitor.Leads} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer acme-demo-key\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n", " ");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("request-timeout", answer, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("GET /api/nothing HTTP/1.1\r\nHost: x\r\n\r\n")]
    public async Task A_connection_on_which_nothing_comes_is_closed(string before)
    {
        using var socket = await ConnectAsync();
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(before), patience.Token);
        using var answer = new StreamReader(stream);
        Assert.AreEqual(before.Length > 0, (await answer.ReadToEndAsync(patience.Token)).Length > 0);
    }

    [TestMethod]
    public async Task Two_hundred_slow_clients_keep_no_vendor_waiting()
    {
        var slow = await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            var socket = await ConnectAsync();
            await socket.GetStream().WriteAsync("POST /api/campaigns/loans/leads HTTP/1.1\r\nHost"u8.ToArray(), patience.Token);
            return socket;
        }));
        var answer = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        Assert.AreEqual(201, answer.Status);
        foreach (var socket in slow)
        {
            socket.Dispose();
        }
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(filter.Host.Address.Host, filter.Host.Address.Port, patience.Token);
        return socket;
    }

    /// <summary>Sends a beginning and then a piece again and again, until the filter has had enough.</summary>
    private async Task<string> DripAsync(string beginning, string piece)
    {
        using var socket = await ConnectAsync();
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), patience.Token);
        using var answered = new CancellationTokenSource();
        var dripping = DripAsync(stream, Encoding.ASCII.GetBytes(piece), answered.Token);
        using var answer = new StreamReader(stream);
        var text = await answer.ReadToEndAsync(patience.Token);
        await answered.CancelAsync();
        await dripping;
        return text;
    }

    private static async Task DripAsync(NetworkStream stream, byte[] piece, CancellationToken answered)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(answered))
            {
                await stream.WriteAsync(piece, answered);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // The filter has closed the connection, or the answer is there.
        }
    }
}
