using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Pipeline.Endpoints;

/// <summary>Says how the filter is.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="tables">The tables.</param>
/// <param name="time">The clock.</param>
public sealed class HealthEndpoint(CampaignFolder campaigns, ITables tables, TimeProvider time)
{
    private static readonly string[] Unreachable = ["The tables cannot be reached."];
    private static readonly TimeSpan TableTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Whether the process runs: 200 whenever it can answer.</summary>
    public static IResult Live() => Results.Json(new { status = "live" });

    /// <summary>
    /// Whether leads can be decided: <c>ready</c>; <c>degraded</c>, also 200, when a campaign file is wrong and its last
    /// good version is in use, with what is wrong; <c>unavailable</c>, 503, when the tables cannot be reached.
    /// </summary>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> ReadyAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(TableTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await tables[TableNames.Receipts].FindAsync("health", "health", either.Token);
        }
        catch (Exception failure) when (failure is StoreUnavailableException || patience.IsCancellationRequested)
        {
            return Results.Json(new { status = "unavailable", problems = Unreachable }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var current = campaigns.Current;
        return Results.Json(new
        {
            status = current.Mistakes.Count == 0 ? "ready" : "degraded",
            campaigns = current.Campaigns.Values.Select(campaign => new { campaign = campaign.Id.ToString(), version = campaign.Version }),
            problems = current.Mistakes.Select(mistake => mistake.ToString()),
        });
    }
}
