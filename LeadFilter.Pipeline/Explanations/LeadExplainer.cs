using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;
using LeadFilter.Pipeline.Lookups;

namespace LeadFilter.Pipeline.Explanations;

/// <summary>
/// Explains what a campaign would say of a lead. Nothing is looked up, claimed, counted, logged or bought: what depends on other
/// leads (duplicates, caps) is not tried, and what would be looked up is what the caller says.
/// </summary>
public static class LeadExplainer
{
    /// <summary>Explains a lead.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="policy">Its rules under a contract, or without one.</param>
    /// <param name="draft">The lead, as it was read.</param>
    /// <param name="at">When it is received.</param>
    /// <param name="facts">What a look-up would find: names such as <c>suppression.customers</c>, and raw values.</param>
    public static ExplainedLead Explain(
        Campaign campaign, Policy policy, LeadDraft draft, DateTimeOffset at, IReadOnlyCollection<KeyValuePair<string, string>> facts)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(facts);
        var sheet = new FactSheet(campaign.Layout);
        var draws = new Dictionary<Draw, double?>();
        foreach (var (name, raw) in facts)
        {
            if (Draw.TryFind(campaign.Draws, name, out var draw))
            {
                if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !Draw.IsPossible(number))
                {
                    return new() { Problem = $"'{name}' is a number from 0 to less than 100; leave it out for a lead that draws none" };
                }

                draws[draw.Value] = number;
                continue;
            }

            if (!campaign.Layout.TryFindLookedUp(name, out var slot))
            {
                return new() { Problem = UnknownFact(campaign, name) };
            }

            if (campaign.Layout.Fields[slot].Type is var type && !type.Standardize(raw).IsValid)
            {
                return new()
                {
                    Problem = $"the fact '{name}' is of type {type.Name}, and its value is not; leave the fact out if it is missing",
                };
            }

            sheet.Add(name, raw);
        }

        var lead = draft.ToLead(at).With(new GivenDraws(draws));
        return new() { Explanation = policy.Explain(facts.Count == 0 ? lead : lead.With(at, sheet.Values)), Ignored = draft.Ignored };
    }

    private static string UnknownFact(Campaign campaign, string name)
    {
        var known = campaign.Layout.Fields.Where(field => field.IsLookedUp).Select(field => field.Name)
            .Concat(campaign.Draws.Select(draw => draw.Path))
            .ToList();
        return known.Count == 0
            ? $"the campaign '{campaign.Id}' looks nothing up, so there is no fact '{name}'"
            : $"the campaign '{campaign.Id}' looks up no '{name}'; give one of: {string.Join(", ", known)}";
    }
}
