using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>
/// The use case of the past: leads that were bought before become claims with their own dates, so that they are not bought
/// again.
/// </summary>
/// <param name="claims">Who was bought.</param>
/// <param name="identities">Makes the identities.</param>
/// <param name="time">The clock.</param>
public sealed class PastPurchases(Claims claims, PersonIdentities identities, TimeProvider time)
{
    private const int AtOnce = 128;
    private const int IdBytes = 10;
    private static readonly TimeSpan MaxAhead = TimeSpan.FromDays(1);

    private enum Result
    {
        Added,
        AlreadyThere,
        TooOld,
        Invalid,
    }

    /// <summary>Keeps purchases. Doing it again changes nothing.</summary>
    /// <param name="campaign">The campaign that counts as the buyer.</param>
    /// <param name="purchases">The purchases.</param>
    /// <param name="cancellation">Gives up; some may be kept.</param>
    /// <exception cref="Ports.StoreUnavailableException">Some may be kept; do it again.</exception>
    public async Task<PastTally> KeepAsync(Campaign campaign, IReadOnlyList<PastPurchase> purchases, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(purchases);
        var counts = new long[4];
        var invalid = new List<InvalidValue>();
        var now = time.GetUtcNow();
        await Parallel.ForEachAsync(
            purchases,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (purchase, stop) =>
            {
                var (result, why) = await KeepAsync(campaign, purchase, now, stop);
                Interlocked.Increment(ref counts[(int)result]);
                if (why is not null)
                {
                    lock (invalid)
                    {
                        invalid.Add(new(purchase.Line, why));
                    }
                }
            });
        return new(counts[(int)Result.Added], counts[(int)Result.AlreadyThere], counts[(int)Result.TooOld],
            [.. invalid.OrderBy(static one => one.Line)])
        {
            UnknownVendor = purchases.Count(one => one.NamesVendor
                && !(one.Vendor is { } vendor && campaign.Policies.ContainsKey(vendor))),
        };
    }

    private async ValueTask<(Result Result, string? Why)> KeepAsync(
        Campaign campaign, PastPurchase purchase, DateTimeOffset now, CancellationToken cancellation)
    {
        var at = purchase.Lead.ReceivedAt;
        if (at > now + MaxAhead)
        {
            return (Result.Invalid, "the date lies ahead");
        }

        var persons = identities.Of(campaign, campaign.PolicyWithoutContract, purchase.Vendor, purchase.Lead);
        if (persons.Count == 0)
        {
            return (Result.Invalid, "nothing valid by which the campaign recognizes a person");
        }

        var claim = new Claim(purchase.Id ?? IdOf(persons[0], at), at);
        var result = Result.TooOld;
        foreach (var person in persons)
        {
            if (person.Plans.Any(plan => claim.Counts(campaign.Duplicates[plan].Window, now)))
            {
                var kept = await claims.KeepAsync(person, claim, cancellation);
                result = kept ? Result.Added : result == Result.TooOld ? Result.AlreadyThere : result;
            }
        }

        return (result, null);
    }

    private static LeadId IdOf(PersonIdentity person, DateTimeOffset at) =>
        LeadId.Create(at, Convert.FromHexString(person.Hash.AsSpan(0, 2 * IdBytes)));
}
