using System.Runtime.CompilerServices;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Ledger;

/// <summary>
/// Finds bought leads: in the ledger, or, while they are on their way to the CRM, in the log of decisions.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="log">The log of decisions.</param>
/// <param name="claims">Who was bought.</param>
/// <param name="identities">Makes the identities of people.</param>
/// <param name="time">The clock.</param>
public sealed class BoughtLeads(
    LeadLedger ledger, DecisionLog log, Claims claims, PersonIdentities identities, TimeProvider time)
{
    /// <summary>Finds a bought lead by its id.</summary>
    /// <param name="campaign">The campaign that bought it.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if this campaign did not buy it, or if it is a test.</returns>
    /// <exception cref="StoreUnavailableException">A table is down.</exception>
    public async ValueTask<BoughtLead?> FindAsync(CampaignId campaign, LeadId lead, CancellationToken cancellation)
    {
        var entry = await ledger.FindAsync(lead, cancellation);
        if (entry?.Purchase is { } purchase)
        {
            return purchase.Campaign == campaign ? purchase : null;
        }

        return await log.FindAsync(campaign, lead, cancellation) is { IsAccepted: true, IsTest: false } record
            ? BoughtLead.Of(record, entry?.Delivery)
            : null;
    }

    /// <summary>
    /// Finds a bought lead in any way. Where several leads fit (the CRM has one id for them, or the person was bought more than once),
    /// the latest that was bought by then is meant, and never one that only updates another. By a person only the latest purchase can
    /// be found: it is what the claims lead to, for as long as they count.
    /// </summary>
    /// <param name="campaign">The campaign that bought it.</param>
    /// <param name="reference">Which lead is meant.</param>
    /// <param name="at">Until when it was bought; null for now. Who is meant by an id is meant at any time.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if there is none.</returns>
    /// <exception cref="StoreUnavailableException">A table is down.</exception>
    public async ValueTask<BoughtLead?> FindAsync(
        Campaign campaign, LeadReference reference, DateTimeOffset? at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(reference);
        if (reference.Lead is { } lead)
        {
            return await FindAsync(campaign.Id, lead, cancellation);
        }

        var latest = at ?? time.GetUtcNow();
        BoughtLead? found = null;
        var leads = reference.CrmId is { } crmId
            ? ledger.FindByCrmIdAsync(campaign.Id, crmId, cancellation)
            : HoldersAsync(campaign, operand => HashedPerson.Sha256Of(reference.Hashes!, operand.Path), cancellation);
        await foreach (var one in leads)
        {
            if (await FindAsync(campaign.Id, one, cancellation) is { } bought
                && (reference.CrmId is null || bought.Delivery?.CrmId == reference.CrmId)
                && await OfItsOwnAsync(campaign.Id, bought, cancellation) is { } own
                && own.ReceivedAt <= latest
                && (found is null || own.ReceivedAt > found.ReceivedAt))
            {
                found = own;
            }
        }

        return found;
    }

    /// <summary>Finds the leads of a person that a campaign bought, as far as claims lead to them.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="sha256Of">The SHA-256 of a field's canonical value, 64 hex digits in lower case; null if it is not known.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Leads, of which one may come several times.</returns>
    /// <exception cref="StoreUnavailableException">A table is down.</exception>
    public async IAsyncEnumerable<BoughtLead> FindAllAsync(
        Campaign campaign, Func<FieldOperand, string?> sha256Of, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        await foreach (var lead in HoldersAsync(campaign, sha256Of, cancellation))
        {
            if (await FindAsync(campaign.Id, lead, cancellation) is { } bought)
            {
                yield return bought;
            }
        }
    }

    /// <summary>The lead itself, or the one that it updates.</summary>
    private async ValueTask<BoughtLead?> OfItsOwnAsync(CampaignId campaign, BoughtLead bought, CancellationToken cancellation) =>
        bought.UpdateOf is { } updated
            ? await FindAsync(campaign, updated, cancellation) is { UpdateOf: null } own ? own : null
            : bought;

    /// <summary>The leads that hold a claim on the person, whoever sold them.</summary>
    private async IAsyncEnumerable<LeadId> HoldersAsync(
        Campaign campaign, Func<FieldOperand, string?> sha256Of, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var persons = campaign.Policies.Select(static one => (Vendor: (VendorId?)one.Key, Policy: one.Value))
            .Append((Vendor: null, Policy: campaign.PolicyWithoutContract))
            .SelectMany(asked => identities.Of(campaign, asked.Policy, asked.Vendor, sha256Of))
            .DistinctBy(static person => (person.Space, person.Hash));
        foreach (var person in persons)
        {
            if (await claims.FindAsync(person, cancellation) is { } claim)
            {
                yield return claim.Lead;
            }
        }
    }
}
