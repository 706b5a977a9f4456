using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Returns;

/// <summary>
/// Takes what vendor and buyer do with a return: accept or deny it, dispute the denial, withdraw it. Each counts once, whatever
/// happens at once.
/// </summary>
/// <param name="leads">Finds who sold a lead.</param>
/// <param name="book">The returns.</param>
/// <param name="changes">Keeps what changes.</param>
/// <param name="time">The clock.</param>
public sealed class AnswerReturn(BoughtLeads leads, ReturnBook book, ReturnChanges changes, TimeProvider time)
{
    /// <summary>Finds a return.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor that asks, and sees its own; null for the buyer, who sees all.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if there is none.</returns>
    /// <exception cref="StoreUnavailableException">A table is down.</exception>
    public async ValueTask<ReturnCase?> FindAsync(
        CampaignId campaign, VendorId? vendor, LeadId lead, CancellationToken cancellation) =>
        await SellerAsync(campaign, vendor, lead, cancellation) is { } seller
            ? await book.FindAsync(campaign, seller, lead, cancellation)
            : null;

    /// <summary>Does something with a return.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor that does it, with its own returns; null for the buyer.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="action">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="reason">Why, as a code; null for none.</param>
    /// <param name="cancellation">Gives up; it may be done all the same.</param>
    /// <returns>The return after it, null if there is none; and why it could not be done, null if it is.</returns>
    /// <exception cref="StoreUnavailableException">A table is down. Done again, it counts once.</exception>
    public async ValueTask<(ReturnCase? Return, string? Why)> DoAsync(
        CampaignId campaign,
        VendorId? vendor,
        LeadId lead,
        ReturnAction action,
        ReturnParty by,
        ReasonCode? reason,
        CancellationToken cancellation)
    {
        if (await SellerAsync(campaign, vendor, lead, cancellation) is not { } seller)
        {
            return (null, null);
        }

        while (await book.FindKeptAsync(campaign, seller, lead, cancellation) is { } kept)
        {
            if (!kept.Case.TryDo(action, by, reason, time.GetUtcNow(), out var result, out var why)
                || result.Changes.Count == kept.Case.Changes.Count
                || await changes.TryChangeAsync(kept with { Case = result }, cancellation))
            {
                return (result, why);
            }
        }

        return (null, null);
    }

    private async ValueTask<VendorId?> SellerAsync(
        CampaignId campaign, VendorId? vendor, LeadId lead, CancellationToken cancellation) =>
        vendor ?? (await leads.FindAsync(campaign, lead, cancellation))?.Vendor;
}
