using System.Text;
using LeadFilter.TeamProgram.Storage;
using Microsoft.EntityFrameworkCore;

namespace LeadFilter.TeamProgram.Delivery;

/// <summary>Sends bought leads to the CRM, several at once, and again later if that fails.</summary>
public sealed partial class OutboxSender(
    IDbContextFactory<LeadsContext> contexts, WriteTurn turn, IHttpClientFactory clients, TimeProvider clock, ILogger<OutboxSender> log)
    : BackgroundService
{
    /// <summary>The HTTP client whose base address is the CRM's.</summary>
    public const string ClientName = "crm";

    private const int BatchSize = 100;
    private const int AtOnce = 16;
    private const int MaxBackoff = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await SendBatchAsync(stoppingToken) == 0)
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task<int> SendBatchAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var due = new List<OutboxMessage>(BatchSize);
        await foreach (var message in context.DueBy(Now, BatchSize).WithCancellation(cancellation))
        {
            due.Add(message);
        }

        if (due.Count == 0)
        {
            return 0;
        }

        using var client = clients.CreateClient(ClientName);
        var sent = new bool[due.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, due.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (at, stop) => sent[at] = await SendAsync(client, due[at], stop));
        var done = due.Where((_, at) => sent[at]).Select(message => message.Id).ToList();
        var failed = due.Where((_, at) => !sent[at]).ToList();
        await turn.TakeAsync(() => NoteAsync(context, done, failed, cancellation), cancellation);
        return due.Count;
    }

    private async Task<bool> SendAsync(HttpClient client, OutboxMessage message, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, client.BaseAddress)
        {
            Content = new StringContent(message.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", $"{message.LeadId:n}");
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException failure)
        {
            CannotSend(message.LeadId, failure.Message);
            return false;
        }
    }

    private async Task<int> NoteAsync(
        LeadsContext context, List<long> done, List<OutboxMessage> failed, CancellationToken cancellation)
    {
        var now = Now;
        await context.Outbox
            .Where(message => done.Contains(message.Id))
            .ExecuteUpdateAsync(update => update.SetProperty(message => message.SentAt, now), cancellation);
        foreach (var message in failed)
        {
            var (attempts, due) = (message.Attempts + 1, now + (1000L << Math.Min(message.Attempts, MaxBackoff)));
            await context.Outbox
                .Where(row => row.Id == message.Id)
                .ExecuteUpdateAsync(
                    update => update.SetProperty(row => row.Attempts, attempts).SetProperty(row => row.DueAt, due), cancellation);
        }

        return done.Count;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(LogLevel.Warning, "Lead {Lead} cannot be sent: {Failure}")]
    private partial void CannotSend(Guid lead, string failure);
}
