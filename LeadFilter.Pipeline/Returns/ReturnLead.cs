using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Returns;

/// <summary>Hands a lead back for somebody who knows nothing but its id and a reason.</summary>
/// <param name="campaigns">The campaigns, any of which may have bought the lead.</param>
/// <param name="requests">Hands it back.</param>
public sealed class ReturnLead(ICampaigns campaigns, RequestReturns requests)
{
    private static readonly ReturnRefusal Unknown = new(ReturnRefusal.NotBought, "No campaign has bought such a lead.");

    /// <summary>Hands the lead back.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="reason">Why, as a code or a word of the campaign's CRM; null for none.</param>
    /// <param name="cancellation">Gives up; it may be handed back all the same.</param>
    /// <returns>Why it is not taken back; null if it is handed back, now or before.</returns>
    /// <exception cref="StoreUnavailableException">A table is down. Ask again.</exception>
    public async ValueTask<string?> RunAsync(LeadId lead, string? reason, CancellationToken cancellation)
    {
        IReadOnlyList<ReturnRefusal> refusals = [Unknown];
        foreach (var campaign in campaigns.All)
        {
            var code = reason?.Trim() is { Length: > 0 } text ? campaign.Outcomes.FindReason(text) : null;
            var asked = new AskedReturn(1, LeadReference.Of(lead), code, Refusal: null);
            var result = (await requests.HandleAsync(campaign, [asked], isTrying: false, cancellation))[0];
            if (result.Verdict != ReturnVerdict.Refused)
            {
                return null;
            }

            if (result.Lead is not null)
            {
                refusals = result.Refusals;
                break;
            }
        }

        return string.Join(' ', refusals.Select(static one => one.Detail));
    }
}
