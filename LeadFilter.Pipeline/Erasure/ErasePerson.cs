using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Pipeline.Erasure;

/// <summary>
/// The use case of a person who asks to be erased. It may be repeated, and must be after a failure: what leads to the person's
/// leads, their messages and claims, is erased last. Suppression lists stay as they are: who does not want to be contacted must
/// stay on them.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="queues">What lies in the queues.</param>
/// <param name="campaigns">The campaigns.</param>
/// <param name="claims">Who was bought.</param>
/// <param name="identities">Makes the identities.</param>
/// <param name="receipts">The receipts.</param>
/// <param name="suppressions">The suppression lists.</param>
/// <param name="keys">Makes the keys of suppression lists.</param>
/// <param name="time">The clock.</param>
public sealed class ErasePerson(
    ITables tables,
    IQueueContents queues,
    ICampaigns campaigns,
    Claims claims,
    PersonIdentities identities,
    ReceiptBook receipts,
    SuppressionStore suppressions,
    SuppressionKeys keys,
    TimeProvider time)
{
    private static readonly string[] NeverSearched =
    [
        "rejected leads and test leads: the log of decisions keeps nothing by which a person could be found",
        "updates of a bought lead that were delivered: they have ids of their own, and no record names their person",
    ];

    private readonly PersonClaims persons = new(campaigns, identities, time);
    private readonly DecisionErasure decisions = new(tables);
    private readonly LeadLedger ledger = new(tables);

    /// <summary>Erases a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="dryRun">True to only look.</param>
    /// <param name="cancellation">Gives up; some may be erased.</param>
    /// <exception cref="StoreUnavailableException">A store is down; some may be erased. Do it again.</exception>
    public async Task<ErasureReport> RunAsync(Person person, bool dryRun, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var found = await FindAsync(person, cancellation);
        var leads = new Dictionary<LeadId, ErasedLead>();
        var delivered = 0;
        foreach (var lead in found.Leads.Keys.ToList())
        {
            var delivery = (await ledger.FindAsync(lead, cancellation))?.Delivery;
            if (delivery is not null)
            {
                delivered++;
                found.Place(lead, LeadPlace.Delivered);
            }

            leads.Add(lead, new(lead, LeadPlace.Bought) { CrmId = delivery?.CrmId });
            if (!dryRun)
            {
                // First of all: a message that is in hand, or a copy of it that is made now, is then dropped by its receiver.
                await ledger.EraseAsync(lead, time.GetUtcNow(), cancellation);
            }
        }

        var recorded = await EraseDecisionsAsync(found, leads, dryRun, cancellation);
        var resendable = leads.Count == 0 ? 0 : await receipts.EraseAsync(leads.Keys.ToHashSet(), dryRun, cancellation);
        var claimed = await DeleteAsync(found.OtherClaims.Values, dryRun, cancellation);

        // INVARIANT: what is left to erase can be found again, by a message or by a claim, until it is erased.
        var (queued, dead) = dryRun ? Count(found) : await DeleteMessagesAsync(found, cancellation);
        claimed += await DeleteAsync(found.Claims.Values, dryRun, cancellation);
        return new()
        {
            Queued = queued,
            DeadLetters = dead,
            Decisions = recorded,
            Deliveries = delivered,
            Receipts = resendable,
            Claims = claimed,
            Leads =
            [
                .. leads.Values.Select(lead => lead with { Place = found.Leads[lead.Lead] })
                    .OrderBy(static lead => lead.Lead.ToString(), StringComparer.Ordinal),
            ],
            StaysOn = await ListsOfAsync(person, cancellation),
            NotSearched = [.. persons.Unknown(), .. NeverSearched],
            IsDryRun = dryRun,
        };
    }

    private static (int Queued, int Dead) Count(FoundPerson found) => (
        found.Messages.Count(static one => one.Message.State == MessageState.Waiting),
        found.Messages.Count(static one => one.Message.State == MessageState.Dead));

    private async Task<FoundPerson> FindAsync(Person person, CancellationToken cancellation)
    {
        var found = new FoundPerson();
        found.Campaigns.UnionWith(campaigns.All.Select(static campaign => campaign.Id));
        foreach (var identity in persons.Of(person))
        {
            if (await claims.FindRowAsync(identity, cancellation) is var (lead, row))
            {
                found.Add(lead, row);
            }
        }

        var matcher = new PersonMatcher(person);
        foreach (var dead in (bool[])[false, true])
        {
            await foreach (var message in queues.ReadAsync(QueueNames.Leads, dead, cancellation))
            {
                if (matcher.Matches(message.Message, out var lead))
                {
                    found.Add(lead, message);
                }
            }
        }

        if (found.Leads.Count > 0)
        {
            // The same leads are also claimed by what the person has not told, such as the other number.
            await foreach (var (lead, row) in claims.ReadAllAsync(cancellation))
            {
                if (found.Leads.ContainsKey(lead))
                {
                    found.AddOther(row);
                }
            }
        }

        return found;
    }

    /// <summary>Deletes the messages. One that came into its receiver's hands meanwhile stays there.</summary>
    private async Task<(int Queued, int Dead)> DeleteMessagesAsync(FoundPerson found, CancellationToken cancellation)
    {
        var queued = 0;
        foreach (var (lead, message) in found.Messages.Where(static one => one.Message.State == MessageState.Waiting))
        {
            var deleted = await queues.DeleteAsync([message], cancellation);
            queued += deleted;
            if (deleted == 0)
            {
                found.Place(lead, LeadPlace.InDelivery);
            }
        }

        var dead = found.Messages.Select(static one => one.Message).Where(static message => message.State == MessageState.Dead).ToList();
        return (queued, await queues.DeleteAsync(dead, cancellation));
    }

    private async Task<int> EraseDecisionsAsync(
        FoundPerson found, Dictionary<LeadId, ErasedLead> leads, bool dryRun, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var lead in found.Leads.Keys)
        {
            foreach (var campaign in found.Campaigns)
            {
                if (await decisions.EraseAsync(campaign, lead, dryRun, cancellation) is { } record)
                {
                    erased++;
                    leads[lead] = leads[lead] with { Campaign = campaign, Vendor = record.Vendor };
                }
            }
        }

        return erased;
    }

    private async Task<int> DeleteAsync(IEnumerable<Row> rows, bool dryRun, CancellationToken cancellation)
    {
        var deleted = 0;
        foreach (var row in rows)
        {
            // One that has changed belongs to a lead that was bought a moment ago.
            deleted += dryRun || await claims.TryDeleteAsync(row, cancellation) ? 1 : 0;
        }

        return deleted;
    }

    private async Task<IReadOnlyList<string>> ListsOfAsync(Person person, CancellationToken cancellation)
    {
        var lists = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var key in person.Values.SelectMany(value => keys.Of(value.Identity, SuppressionForms.All)).Distinct())
        {
            if (await suppressions.FindAsync(key, cancellation) is { } membership)
            {
                lists.UnionWith(membership.At(time.GetUtcNow()));
            }
        }

        return [.. lists];
    }
}
