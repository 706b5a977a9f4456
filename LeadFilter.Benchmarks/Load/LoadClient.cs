using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Threading.Channels;
using LeadFilter.Benchmarks.Leads;

namespace LeadFilter.Benchmarks.Load;

/// <summary>Posts leads to a server over a given number of connections and takes the times of the answers.</summary>
internal sealed class LoadClient : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly HttpMessageInvoker client;
    private readonly Uri url;
    private readonly LeadSource leads;
    private readonly int connections;
    private readonly bool checksOutcome;

    /// <summary>Makes a client.</summary>
    /// <param name="server">The server's address, on this machine.</param>
    /// <param name="leads">Makes the leads.</param>
    /// <param name="connections">How many requests may be on their way at once.</param>
    /// <param name="checksOutcome">Whether the answer must be the one that the lead is made for.</param>
    public LoadClient(Uri server, LeadSource leads, int connections, bool checksOutcome)
    {
        url = new(server, LeadSource.Path);
        (this.leads, this.connections, this.checksOutcome) = (leads, connections, checksOutcome);
        client = new(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = connections,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        });
    }

    /// <summary>Closed loop: each connection sends its next lead when it has the answer to the last one.</summary>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<LoadTimes> RunClosedAsync(TimeSpan duration, CancellationToken cancellation)
    {
        var times = new LoadTimes();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(
            async () =>
            {
                while (Stopwatch.GetElapsedTime(started) < duration)
                {
                    var sent = Stopwatch.GetTimestamp();
                    times.Add(await SendAsync(cancellation), sent);
                }
            },
            cancellation)));
        times.Elapsed = Stopwatch.GetElapsedTime(started);
        return times;
    }

    /// <summary>
    /// Open loop: leads come at a steady rate, whether or not the server keeps up. Times count from the moment at which a lead
    /// was due, so that waiting for a free connection, or for this program, counts too (no coordinated omission).
    /// </summary>
    /// <param name="rate">Leads a second.</param>
    /// <param name="duration">For how long. Leads that are due but not sent after twice this time count as failed.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<LoadTimes> RunOpenAsync(double rate, TimeSpan duration, CancellationToken cancellation)
    {
        var times = new LoadTimes();
        var due = Channel.CreateUnbounded<long>(new() { SingleWriter = true });
        var started = Stopwatch.GetTimestamp();
        var senders = Enumerable.Range(0, connections).Select(_ => Task.Run(
            async () =>
            {
                await foreach (var intended in due.Reader.ReadAllAsync(cancellation))
                {
                    var answer = Stopwatch.GetElapsedTime(started) < duration * 2 ? await SendAsync(cancellation) : LoadAnswer.Failed;
                    times.Add(answer, intended);
                }
            },
            cancellation)).ToList();
        await Task.Factory.StartNew(
            () => Pace(due.Writer, rate, (long)(rate * duration.TotalSeconds), started, cancellation),
            cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        due.Writer.Complete();
        await Task.WhenAll(senders);
        times.Elapsed = Stopwatch.GetElapsedTime(started);
        return times;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>Tells when leads are due, on a thread of its own: a timer of the pool comes late when the pool is busy.</summary>
    private static void Pace(ChannelWriter<long> due, double rate, long total, long started, CancellationToken cancellation)
    {
        for (long sent = 0; sent < total;)
        {
            var dueBy = Math.Min(total, (long)(Stopwatch.GetElapsedTime(started).TotalSeconds * rate) + 1);
            for (; sent < dueBy; sent++)
            {
                due.TryWrite(started + (long)(sent / rate * Stopwatch.Frequency));
            }

            cancellation.WaitHandle.WaitOne(Tick);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Sends one lead.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<LoadAnswer> SendAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(leads.Next(out var isBought)) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("X-Api-Key", LeadSource.Key);
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (response.StatusCode != HttpStatusCode.Created)
            {
                return LoadAnswer.Failed;
            }

            return !checksOutcome || body.AsSpan().StartsWith("{\"outcome\":\"success\""u8) == isBought
                ? LoadAnswer.Expected
                : LoadAnswer.Other;
        }
        catch (HttpRequestException)
        {
            return LoadAnswer.Failed;
        }
    }
}
