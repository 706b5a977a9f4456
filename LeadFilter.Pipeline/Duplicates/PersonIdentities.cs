using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Identities;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>
/// Makes the identities by which a campaign recognizes a person. Each is made from the SHA-256 of the canonical values, so that
/// whoever knows only those hashes can ask for the same person.
/// </summary>
/// <param name="hasher">Makes keyed hashes.</param>
public sealed class PersonIdentities(IdentityHasher hasher)
{
    private const string Installation = "*";

    /// <summary>The identities of a lead.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="policy">Its rules under the vendor's contract; plans that are off are left out.</param>
    /// <param name="vendor">The vendor; null for one that is not known, without which plans for each vendor recognize nobody.</param>
    /// <param name="lead">The lead.</param>
    /// <returns>
    /// In ascending order of hashes. Claiming in one order for all leads is what keeps two of them from blocking each
    /// other.
    /// </returns>
    public IReadOnlyList<PersonIdentity> Of(Campaign campaign, Policy policy, VendorId? vendor, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return Of(campaign, policy, vendor, operand =>
        {
            var value = operand.Read(lead);
            return value.IsValid ? IdentityHasher.Sha256(operand.Type.CanonicalText(in value)) : null;
        });
    }

    /// <summary>The identities of a person of whom only hashes are known.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="policy">Its rules under the vendor's contract; plans that are off are left out.</param>
    /// <param name="vendor">The vendor; null for one that is not known.</param>
    /// <param name="sha256Of">The SHA-256 of a field's canonical value, 64 hex digits in lower case; null if it is not known.</param>
    /// <returns>In ascending order of hashes.</returns>
    public IReadOnlyList<PersonIdentity> Of(Campaign campaign, Policy policy, VendorId? vendor, Func<FieldOperand, string?> sha256Of)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(sha256Of);
        if (campaign.Duplicates.Count == 0)
        {
            return [];
        }

        var found = new SortedDictionary<string, (string Space, List<int> Plans)>(StringComparer.Ordinal);
        for (var at = 0; at < campaign.Duplicates.Count; at++)
        {
            var plan = campaign.Duplicates[at];
            if (policy.Duplicates[at] is null || SpaceOf(campaign, plan.Scope, vendor) is not { } space)
            {
                continue;
            }

            foreach (var hash in HashesOf(plan, space, sha256Of))
            {
                if (!found.TryGetValue(hash, out var identity))
                {
                    found.Add(hash, identity = (space, []));
                }

                identity.Plans.Add(at);
            }
        }

        return [.. found.Select(one => new PersonIdentity(one.Key, one.Value.Space, one.Value.Plans,
            WindowOf(campaign, policy, one.Value.Plans)))];
    }

    private static string? SpaceOf(Campaign campaign, DuplicateScope scope, VendorId? vendor) => scope switch
    {
        DuplicateScope.Campaign => campaign.Id.ToString(),
        DuplicateScope.Vendor => vendor is null ? null : $"{campaign.Id}/{vendor}",
        _ => Installation,
    };

    private static TimeSpan WindowOf(Campaign campaign, Policy policy, List<int> plans)
    {
        var keeping = plans.FindAll(plan => policy.Duplicates[plan]!.Ground.Mode == RuleMode.Enforced);
        return (keeping.Count > 0 ? keeping : plans).Max(plan => campaign.Duplicates[plan].Window);
    }

    private List<string> HashesOf(DuplicatePlan plan, string space, Func<FieldOperand, string?> sha256Of)
    {
        var hashes = new List<string>(plan.By.Count);
        var all = new List<string> { "person", space };

        // In one order, so that two campaigns that name the same fields otherwise recognize the same person.
        IEnumerable<FieldOperand> operands = plan.MatchAll
            ? plan.By.OrderBy(static operand => operand.Path, StringComparer.Ordinal)
            : plan.By;
        foreach (var operand in operands)
        {
            var sha256 = sha256Of(operand);
            if (plan.MatchAll)
            {
                if (sha256 is null)
                {
                    return [];
                }

                all.Add(operand.Path);
                all.Add(sha256);
            }
            else if (sha256 is not null)
            {
                hashes.Add(hasher.Keyed("person", space, operand.Path, sha256));
            }
        }

        if (plan.MatchAll)
        {
            hashes.Add(hasher.Keyed([.. all]));
        }

        return hashes;
    }
}
