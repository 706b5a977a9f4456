using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>Asks whether the person of a bought lead has opted out meanwhile: a point read for each mailbox and number.</summary>
/// <param name="store">The lists.</param>
/// <param name="keys">Makes keyed hashes.</param>
public sealed class OptOutLookup(SuppressionStore store, SuppressionKeys keys)
{
    /// <summary>The channels by which the person of a lead does not want to hear from a campaign.</summary>
    /// <param name="campaign">The campaign that bought the lead; nothing is read for one that does not ask for opt-outs.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask<ContactChannels> FindAsync(
        Campaign campaign, Lead lead, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(lead);
        var channels = ContactChannels.None;
        if (campaign.OptOuts.Check is { } check)
        {
            foreach (var entry in await Task.WhenAll(
                KeysOf(keys, check, lead).Select(key => store.FindAsync(key, cancellation).AsTask())))
            {
                channels |= entry is null ? ContactChannels.None
                    : entry.Has(check.List, now) ? ContactChannels.All
                    : OptOutMark.Read(entry, campaign.Id, now);
            }
        }

        return channels;
    }

    /// <summary>The keys under which opt-outs of a lead's person may stand.</summary>
    internal static List<string> KeysOf(SuppressionKeys keys, SuppressionCheck check, Lead lead) =>
    [
        .. check.By.Select(source => source.Read(lead))
            .OfType<SuppressionIdentity>()
            .SelectMany(identity => keys.OptOutsOf(identity))
            .Distinct(StringComparer.Ordinal),
    ];
}
