using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Retention;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Says how the filter is.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="tables">The tables.</param>
/// <param name="time">The clock.</param>
public sealed class HealthEndpoint(CampaignFolder campaigns, ITables tables, TimeProvider time)
{
    private const string Key = "health";
    private static readonly string[] Unusable = ["The tables cannot be read or changed."];
    private static readonly TimeSpan TableTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Whoever asks more often gets the last answer: asking costs a change of a table.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<bool>? trying;
    private long triedAt;

    /// <summary>Whether the process runs: 200 whenever it can answer.</summary>
    public static IResult Live() => Results.Json(new { status = "live" });

    /// <summary>
    /// Whether leads can be decided: <c>ready</c>; <c>degraded</c>, also 200, when a campaign file is wrong and its last
    /// good version is in use, with what is wrong; <c>unavailable</c>, 503, when the tables cannot
    /// be read or changed, because the disk is full, say.
    /// </summary>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> ReadyAsync(CancellationToken cancellation)
    {
        if (!await AreTablesUsableAsync().WaitAsync(cancellation))
        {
            return Results.Json(new { status = "unavailable", problems = Unusable }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var current = campaigns.Current;
        return Results.Json(new
        {
            status = current.Mistakes.Count == 0 ? "ready" : "degraded",
            campaigns = current.Campaigns.Values.Select(campaign => new { campaign = campaign.Id.ToString(), version = campaign.Version }),
            problems = current.Mistakes.Select(mistake => mistake.ToString()),
        });
    }

    private Task<bool> AreTablesUsableAsync()
    {
        lock (gate)
        {
            if (trying is null || (trying.IsCompleted && time.GetElapsedTime(triedAt) >= Pause))
            {
                triedAt = time.GetTimestamp();
                trying = TryTablesAsync();
            }

            return trying;
        }
    }

    private async Task<bool> TryTablesAsync()
    {
        using var patience = new CancellationTokenSource(TableTimeout, time);
        try
        {
            var table = tables[TableNames.Receipts];
            var found = await table.FindAsync(Key, Key, patience.Token);
            var row = (found ?? new(Key, Key)).Expire(time.GetUtcNow() + ResendWindow.Length);

            // Not the result: false is another instance's answer to the same question.
            await (found is null ? table.TryInsertAsync(row, patience.Token) : table.TryReplaceAsync(row, patience.Token));
            return true;
        }
        catch (Exception failure) when (failure is StoreUnavailableException || patience.IsCancellationRequested)
        {
            return false;
        }
    }
}
