using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Suppression;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>
/// What is missing of a person's hashes so that "not known" is certain. The hash of an address does not tell the mailbox that it
/// reaches, and where several fields must agree, one of them says nothing.
/// </summary>
public static class HashGap
{
    /// <summary>The names of the hashes that must be sent, too; none if the answer is certain.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="policy">Its rules under the vendor's contract. What would not reject the vendor's lead needs no hash.</param>
    /// <param name="hashes">Hashes of the person's values, of the layout that <see cref="HashedPerson"/> makes.</param>
    public static IReadOnlyList<string> Of(Campaign campaign, Policy policy, Lead hashes)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(hashes);
        var plans = campaign.Duplicates
            .Where((_, at) => policy.Duplicates[at] is { Effect: Effect.Reject or Effect.Touchpoint })
            .SelectMany(plan => NeededBy(plan, hashes));
        var lists = campaign.Suppression
            .Where(check => policy.EffectOf(check.Field) == Effect.Reject)
            .SelectMany(static check => check.By)
            .Where(source => source.Kind is SuppressionKind.Email or SuppressionKind.Phone
                && HashedPerson.IsAskedBy(hashes, source.Operand!.FieldName))
            .Select(static source => HashedPerson.PathsOf(source)[0]);
        return
        [
            .. plans.Concat(lists)
                .Where(path => HashedPerson.Sha256Of(hashes, path) is null)
                .Distinct(StringComparer.Ordinal)
                .Select(static path => HashedPerson.NameOf(path)),
        ];
    }

    private static IEnumerable<string> NeededBy(DuplicatePlan plan, Lead hashes)
    {
        var asked = plan.By.Where(operand => HashedPerson.IsAskedBy(hashes, operand.FieldName)).ToList();
        return (plan.MatchAll && asked.Count > 0 ? plan.By : asked).Select(static operand => operand.Path);
    }
}
