using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Lookups;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>
/// Asks a campaign's suppression lists about a lead: a point read for each identity of the lead, all at once. Of a lead that has
/// nothing that a list is asked for, nothing is said.
/// </summary>
/// <param name="store">The lists.</param>
/// <param name="catalogue">What the lists hold.</param>
/// <param name="keys">Makes keyed hashes.</param>
public sealed class SuppressionLookup(SuppressionStore store, SuppressionCatalogue catalogue, SuppressionKeys keys) : IFactSource
{
    /// <inheritdoc/>
    public bool IsAskedBy(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return campaign.Suppression.Count > 0 || campaign.OptOuts.Check is not null;
    }

    /// <inheritdoc/>
    public async ValueTask AskAsync(Campaign campaign, Lead lead, FactSheet facts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(facts);
        var lists = campaign.Suppression.Count > 0 ? await catalogue.ReadAsync(cancellation) : null;
        var asked = new List<(SuppressionCheck Check, List<string> Keys)>();
        var reads = new Dictionary<string, Task<SuppressionMembership?>>(StringComparer.Ordinal);
        void Read(SuppressionCheck check, List<string> wanted)
        {
            asked.Add((check, wanted));
            foreach (var key in wanted)
            {
                if (!reads.ContainsKey(key))
                {
                    reads.Add(key, store.FindAsync(key, cancellation).AsTask());
                }
            }
        }

        foreach (var check in campaign.Suppression)
        {
            var identities = check.By.Select(source => source.Read(lead)).OfType<SuppressionIdentity>().ToList();
            if (identities.Count == 0)
            {
                continue;
            }

            var forms = lists!.GetValueOrDefault(check.List);
            Read(check, [.. identities.SelectMany(identity => keys.Of(identity, forms))]);
        }

        // The forms of opt-outs are fixed, so that they hold in every process at once, whatever the catalogue remembers.
        if (campaign.OptOuts.Check is { } optOuts && OptOutLookup.KeysOf(keys, optOuts, lead) is { Count: > 0 } optedOut)
        {
            Read(optOuts, optedOut);
        }

        await Task.WhenAll(reads.Values);
        foreach (var (check, wanted) in asked)
        {
            var listed = false;
            foreach (var key in wanted)
            {
                listed |= await reads[key] is { } entry
                    && (entry.Has(check.List, lead.ReceivedAt)
                        || (check == campaign.OptOuts.Check
                            && OptOutMark.Read(entry, campaign.Id, lead.ReceivedAt) != ContactChannels.None));
            }

            facts.Add(check.Field, listed ? "true" : "false");
        }
    }
}
