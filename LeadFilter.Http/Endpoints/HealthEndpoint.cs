using LeadFilter.Core.Staff;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Resends;
using LeadFilter.Pipeline.Status;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Says how the filter is.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="tables">The tables.</param>
/// <param name="queues">The queues.</param>
/// <param name="staff">Tells who may read the details.</param>
/// <param name="status">The details.</param>
/// <param name="windows">Finds windows that are longer than purchases are kept.</param>
/// <param name="time">The clock.</param>
public sealed class HealthEndpoint(
    CampaignFolder campaigns,
    ITables tables,
    IQueueProbe queues,
    StaffAdmission staff,
    FilterStatus status,
    WindowWatch windows,
    TimeProvider time)
{
    private const string Key = "health";
    private const string TablesUnusable = "The tables cannot be read or changed.";
    private const string QueuesUnusable = "The queues do not answer.";
    private const string DiskIsLow = "The disk that holds the data has less than 256 MB left.";
    private const long LowDisk = 256L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Whoever asks more often gets the last answer: asking costs a change of a table and a look into each queue.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<string[]>? trying;
    private long triedAt;

    /// <summary>Whether the process runs: 200 whenever it can answer.</summary>
    public static IResult Live() => Results.Json(new("live"), EndpointJson.Default.HealthDocument);

    /// <summary>
    /// Whether leads can be decided: <c>ready</c>; <c>degraded</c>, also 200, when a campaign file is wrong and its last
    /// good version is in use; <c>unavailable</c>, 503, when the tables cannot be read or changed, because the disk is full,
    /// say, or the queues do not answer. Whoever shows a key that may read also reads which campaigns are in
    /// use, what is wrong, what is missing, and what waits for CRMs.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> ReadyAsync(HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var unusable = await FindUnusableAsync().WaitAsync(cancellation);
        var current = campaigns.Current;
        var (word, code) = (unusable.Length, current.Mistakes.Count) switch
        {
            ( > 0, _) => ("unavailable", StatusCodes.Status503ServiceUnavailable),
            (_, > 0) => ("degraded", StatusCodes.Status200OK),
            _ => ("ready", StatusCodes.Status200OK),
        };
        if (!staff.TryFind(request, out var key) || key.Role is not (StaffRole.Admin or StaffRole.Read))
        {
            return Results.Json(new(word), EndpointJson.Default.HealthDocument, statusCode: code);
        }

        return Results.Json(
            DetailsOf(word, current, unusable, await status.ReadAsync(cancellation)),
            EndpointJson.Default.HealthDocument,
            statusCode: code);
    }

    private HealthDocument DetailsOf(string word, CampaignSet campaigns, string[] unusable, StatusReport report) => new(
        word,
        campaigns.Campaigns.Values.Select(static campaign => new CampaignDocument(campaign.Id.ToString(), campaign.Version)),
        [
            .. unusable,
            .. report.Disk is { Free: < LowDisk } ? [DiskIsLow] : Array.Empty<string>(),
            .. campaigns.Mistakes.Select(static mistake => mistake.ToString()),
            .. windows.Find().Select(static window => window.ToString()),
        ])
    {
        MissingSecrets = report.MissingSecrets.Select(static one => new MissingSecretDocument(
            one.Campaign, one.Setting, one.Lookup, one.Vendor, one.Target)),
        Deliveries = report.Queues?.Deliveries.Select(DeliveriesDocument.Of),
        RecordsWaiting = report.Queues?.Records,
        NoticesWaiting = report.Queues?.Notices,
        NoticeDeadLetters = report.Queues?.DeadNotices,
        More = report.Queues is { IsPartial: true } ? true : null,
        Disk = report.Disk is { } disk ? new(disk.Free, disk.Total) : null,
    };

    private Task<string[]> FindUnusableAsync()
    {
        lock (gate)
        {
            if (trying is null || (trying.IsCompleted && time.GetElapsedTime(triedAt) >= Pause))
            {
                triedAt = time.GetTimestamp();
                trying = TryAllAsync();
            }

            return trying;
        }
    }

    private async Task<string[]> TryAllAsync()
    {
        var (areTablesUsable, areQueuesUsable) = (IsUsableAsync(ChangeTableAsync), IsUsableAsync(queues.AskAsync));
        return (await areTablesUsable, await areQueuesUsable) switch
        {
            (true, true) => [],
            (false, true) => [TablesUnusable],
            (true, false) => [QueuesUnusable],
            _ => [TablesUnusable, QueuesUnusable],
        };
    }

    private async Task<bool> IsUsableAsync(Func<CancellationToken, ValueTask> use)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await use(patience.Token);
            return true;
        }
        catch (Exception failure) when (failure is StoreUnavailableException || patience.IsCancellationRequested)
        {
            return false;
        }
    }

    private async ValueTask ChangeTableAsync(CancellationToken cancellation)
    {
        var table = tables[TableNames.Receipts];
        var found = await table.FindAsync(Key, Key, cancellation);
        var row = (found ?? new(Key, Key)).Expire(time.GetUtcNow() + ResendWindow.Length);

        // Not the result: false is another instance's answer to the same question.
        await (found is null ? table.TryInsertAsync(row, cancellation) : table.TryReplaceAsync(row, cancellation));
    }
}
