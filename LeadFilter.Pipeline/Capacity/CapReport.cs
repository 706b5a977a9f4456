using System.Runtime.CompilerServices;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Rules;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>Reads how far the caps of a campaign are used up.</summary>
/// <param name="places">The places.</param>
public sealed class CapReport(CapPlaces places)
{
    /// <summary>The most counters of one cap by sources or values that are read.</summary>
    public const int MaxParts = 1000;

    /// <summary>
    /// Reads the counters of the periods in which a moment lies, in the order of the campaign file, without caps that are
    /// off; then the quotas of contracts of which something is used.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">The table is down.</exception>
    public async IAsyncEnumerable<CapUse> ReadAsync(
        Campaign campaign, DateTimeOffset at, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var contracts = campaign.Policies.Values.Select(policy => policy.Contract).OfType<Contract>()
            .OrderBy(contract => contract.Vendor.ToString(), StringComparer.Ordinal);
        foreach (var cap in campaign.Caps.Concat(contracts.SelectMany(contract => contract.Caps))
            .Where(cap => cap.Ground.Mode != RuleMode.Off))
        {
            await foreach (var part in PartsAsync(campaign, cap, at, cancellation))
            {
                var counter = CapCounter.Of(campaign, cap, at, part);
                yield return new(cap, counter, await places.TakenAsync(counter, cancellation));
            }
        }

        foreach (var quota in contracts.SelectMany(static contract => new[] { contract.Questions, contract.Tests }).OfType<Cap>())
        {
            var counter = CapCounter.Of(campaign, quota, at, part: null);
            if (await places.ReadAsync(counter, cancellation).CountAsync(cancellation) is > 0 and var taken)
            {
                yield return new(quota, counter, taken);
            }
        }
    }

    private IAsyncEnumerable<string?> PartsAsync(Campaign campaign, Cap cap, DateTimeOffset at, CancellationToken cancellation) =>
        cap.By switch
    {
        [] => AsyncEnumerable.Repeat<string?>(null, 1),
        [var only] when only == CapKey.Vendor =>
            campaign.Policies.Keys.Select(vendor => vendor.ToString()).Order(StringComparer.Ordinal).ToAsyncEnumerable(),
        _ => places.PartsAsync(CapCounter.Of(campaign, cap, at, null).Family, cancellation).Take(MaxParts),
    };
}
