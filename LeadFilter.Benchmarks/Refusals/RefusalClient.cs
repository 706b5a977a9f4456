using System.Diagnostics;
using System.Net.Http.Headers;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Cli.Sending;

namespace LeadFilter.Benchmarks.Refusals;

/// <summary>Posts good leads with one key and takes the times of the answers, by status. For use by many threads.</summary>
/// <param name="server">The filter's address.</param>
/// <param name="leads">Makes the leads.</param>
/// <param name="from">Who sends, for the report.</param>
/// <param name="key">The key.</param>
/// <param name="connections">How many requests may be on their way at once.</param>
internal sealed class RefusalClient(Uri server, LeadSource leads, string from, string key, int connections) : IDisposable
{
    private const int Unavailable = 503;

    // Who is turned away and does not wait as long as it is told: worse than vendors should be.
    private static readonly TimeSpan Impatience = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    private readonly Uri url = new(server, LeadSource.Path);
    private readonly Lock adding = new();
    private readonly SortedDictionary<int, (AnswerTimes Times, long Count)> answers = [];

    /// <summary>What was found since this was asked last.</summary>
    /// <param name="load">What went on meanwhile.</param>
    public IReadOnlyList<RefusalRun> TakeRuns(string load)
    {
        lock (adding)
        {
            List<RefusalRun> runs =
            [
                .. answers.Select(answer => new RefusalRun(
                    load,
                    from,
                    answer.Key,
                    answer.Value.Count,
                    answer.Value.Times.Percentile(0.5).TotalMilliseconds,
                    answer.Value.Times.Percentile(0.99).TotalMilliseconds,
                    answer.Value.Times.Max.TotalMilliseconds)),
            ];
            answers.Clear();
            return runs;
        }
    }

    /// <summary>
    /// Each connection sends its next lead when it has the answer to the last one; one that was turned away soon comes again.
    /// </summary>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task PressAsync(TimeSpan duration, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(
            async () =>
            {
                while (Stopwatch.GetElapsedTime(started) < duration)
                {
                    if (await SendAsync(Stopwatch.GetTimestamp(), cancellation) == Unavailable)
                    {
                        await Task.Delay(Impatience, TimeProvider.System, cancellation);
                    }
                }
            },
            cancellation)));
    }

    /// <summary>Sends at a steady rate, whether or not answers come. Times count from the moment at which a request was due.</summary>
    /// <param name="rate">Requests a second.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task ProbeAsync(int rate, TimeSpan duration, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var sent = new List<Task>();
        for (var total = (long)(rate * duration.TotalSeconds); sent.Count < total;)
        {
            await Task.Delay(Tick, TimeProvider.System, cancellation);
            for (var due = Math.Min(total, 1 + (long)(Stopwatch.GetElapsedTime(started).TotalSeconds * rate)); sent.Count < due;)
            {
                var at = started + (long)((double)sent.Count / rate * Stopwatch.Frequency);
                sent.Add(Task.Run(() => SendAsync(at, cancellation), cancellation));
            }
        }

        await Task.WhenAll(sent);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<int> SendAsync(long since, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(leads.Next(out _)) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("X-Api-Key", key);
        using var response = await client.SendAsync(request, cancellation);
        await response.Content.ReadAsByteArrayAsync(cancellation);
        var (status, took) = ((int)response.StatusCode, Stopwatch.GetElapsedTime(since));
        lock (adding)
        {
            var (times, count) = answers.GetValueOrDefault(status, (new(), 0));
            times.Add(took);
            answers[status] = (times, count + 1);
        }

        return status;
    }
}
