using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Outcomes;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Outcomes;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Returns;

namespace LeadFilter.Pipeline.Accounts;

/// <summary>Tells everything that is known of one lead by its id: bought, rejected or a test, delivered or on its way.</summary>
/// <param name="log">The log of decisions.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="outcomes">What became of bought leads.</param>
/// <param name="returns">Leads that were handed back.</param>
public sealed class LeadAccounts(DecisionLog log, LeadLedger ledger, OutcomeBook outcomes, ReturnBook returns)
{
    /// <summary>Finds what is known of a lead.</summary>
    /// <param name="campaign">The campaign; one that is no more still has its log.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if this campaign has decided no such lead, or nothing is kept of it any more.</returns>
    /// <exception cref="StoreUnavailableException">A table is down.</exception>
    public async ValueTask<LeadAccount?> FindAsync(CampaignId campaign, LeadId lead, CancellationToken cancellation)
    {
        var entry = await ledger.FindAsync(lead, cancellation);
        var decision = await log.FindAsync(campaign, lead, cancellation)
            ?? (entry?.Purchase is { } purchase && purchase.Campaign == campaign ? DecisionOf(purchase) : null);
        if (decision is null)
        {
            return null;
        }

        if (decision is not { IsAccepted: true, IsTest: false })
        {
            return new(decision, null, null, [], LeadHistory.Of([]), null);
        }

        var attempts = await ledger.FindAttemptsAsync(lead, cancellation);
        var state = entry is { IsErased: true } ? DeliveryState.Erased
            : entry is { Delivery: not null } ? DeliveryState.Delivered
            : attempts is [.., { IsGivenUp: true }] ? DeliveryState.GivenUp
            : DeliveryState.Waiting;
        return new(
            decision,
            state,
            entry?.Delivery,
            attempts,
            await outcomes.ReadAsync(lead, cancellation),
            await returns.FindAsync(campaign, decision.Vendor, lead, cancellation));
    }

    /// <summary>The decision about a lead whose record is deleted already, as far as the ledger knows it.</summary>
    private static DecisionRecord DecisionOf(BoughtLead bought) => new()
    {
        Lead = bought.Lead,
        Campaign = bought.Campaign,
        CampaignVersion = bought.CampaignVersion,
        Vendor = bought.Vendor,
        Source = bought.Source,
        ReceivedAt = bought.ReceivedAt,
        IsAccepted = true,
        Price = bought.Price,
        Route = bought.Route,
        UpdateOf = bought.UpdateOf,
        Score = bought.Score,
    };
}
