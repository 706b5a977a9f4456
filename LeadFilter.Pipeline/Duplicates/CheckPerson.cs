using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Suppression;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>
/// The use case of a vendor who asks before it sends: whether a person would not be bought, as a duplicate or as
/// suppressed.
/// </summary>
/// <param name="claims">Who was bought.</param>
/// <param name="identities">Makes the identities.</param>
/// <param name="suppressions">The suppression lists.</param>
/// <param name="keys">Makes keyed hashes.</param>
/// <param name="metrics">Counts questions.</param>
public sealed class CheckPerson(
    Claims claims, PersonIdentities identities, SuppressionStore suppressions, SuppressionKeys keys, LeadMetrics metrics)
{
    /// <summary>Whether the person is known. What the contract has the vendor paid for all the same does not count.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="policy">Its rules under the vendor's contract.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="hashes">Hashes of the person's values, of the layout that <see cref="HashedPerson"/> makes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public async Task<bool> IsKnownAsync(Campaign campaign, Policy policy, VendorId vendor, Lead hashes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(hashes);
        var persons = identities.Of(campaign, policy, vendor, operand => HashedPerson.Sha256Of(hashes, operand.Path));
        var asked = persons.Select(person => IsBoughtAsync(campaign, policy, person, hashes.ReceivedAt, cancellation))
            .Concat(campaign.Suppression.Append(campaign.OptOuts.Check).OfType<SuppressionCheck>().Where(one => Rejects(policy, one))
                .SelectMany(one => one.By.Select(source => (Check: one, Source: source)))
                .SelectMany(one => HashedPerson.PathsOf(one.Source)
                    .Select(path => IsListedAsync(campaign, one.Check, one.Source.Kind, path, hashes, cancellation))));
        var known = Array.Exists(await Task.WhenAll(asked), static one => one);
        metrics.Asked(campaign.Id, vendor, known);
        return known;
    }

    private static bool Rejects(Policy policy, SuppressionCheck check) => policy.EffectOf(check.Field) == Effect.Reject;

    private async Task<bool> IsBoughtAsync(
        Campaign campaign, Policy policy, PersonIdentity person, DateTimeOffset now, CancellationToken cancellation) =>
        await claims.FindHeldAsync(person, cancellation) is { } claim
        && person.Plans.Any(plan =>
            policy.Duplicates[plan]!.Effect is Effect.Reject or Effect.Touchpoint && claim.Counts(campaign.Duplicates[plan].Window, now));

    private async Task<bool> IsListedAsync(
        Campaign campaign, SuppressionCheck check, SuppressionKind kind, string path, Lead hashes, CancellationToken cancellation) =>
        HashedPerson.Sha256Of(hashes, path) is { } sha256
        && await suppressions.FindAsync(keys.Of(kind, SuppressionForm.Sha256, sha256), cancellation) is { } entry
        && (entry.Has(check.List, hashes.ReceivedAt)
            || (check == campaign.OptOuts.Check && OptOutMark.Read(entry, campaign.Id, hashes.ReceivedAt) != ContactChannels.None));
}
