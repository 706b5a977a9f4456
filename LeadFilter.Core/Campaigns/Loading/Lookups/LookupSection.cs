using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Files;
using LeadFilter.Core.Permissions;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>The section <c>lookups</c>: first the facts, which become fields, then the look-ups, which name fields.</summary>
internal sealed class LookupSection
{
    private const int MaxLookups = 8;
    private const int MaxNameCharacters = 40;
    private const int DefaultBudget = 2_000;

    private static readonly string[] ReservedNames = ["suppression", "caps", "duplicates", "score", "timeoutMs"];

    private readonly MistakeList mistakes;
    private readonly List<LookupDraft> drafts = [];
    private readonly decimal budget;

    /// <summary>Reads the facts.</summary>
    /// <param name="section">The section; null if the campaign has none.</param>
    /// <param name="mistakes">Where to say what is wrong.</param>
    public LookupSection(FileNode? section, MistakeList mistakes)
    {
        this.mistakes = mistakes;
        var facts = new FactReader(mistakes, FactReader.KeysOfLookups);
        budget = section.AsObject(mistakes)?.Find("timeoutMs").AsDecimal(100, 10_000, mistakes) ?? DefaultBudget;
        foreach (var (name, node) in section?.Members ?? [])
        {
            if (name == "timeoutMs" || !IsName(name, node) || node.AsObject(mistakes) is null)
            {
                continue;
            }

            var use = node.Find("use").AsWord(mistakes, [.. ReadyMade.Names]);
            if (use is not null || node.Find("use") is null)
            {
                drafts.Add(new(
                    name,
                    node,
                    use,
                    use == TrustedForm.Name ? TrustedForm.ReadFacts(name, node, mistakes) : facts.Read(name, node, use)));
            }
        }

        if (drafts.Count > MaxLookups)
        {
            mistakes.Add(
                section!,
                $"there are {drafts.Count} look-ups",
                $"Keep them to {MaxLookups}: they are all made within one answer");
        }
    }

    /// <summary>The fields that are looked up.</summary>
    public IReadOnlyList<FieldDefinition> Fields =>
    [
        .. drafts.SelectMany(draft => draft.Facts
            .Select(fact => new FieldDefinition(fact.Field, fact.Type, $"A fact of the look-up {draft.Name}.") { IsLookedUp = true })
            .Append(new(
                $"{draft.Name}.{LookupPlan.FailedName}",
                BooleanType.Instance,
                $"Whether the look-up {draft.Name} failed.") { IsLookedUp = true })),
    ];

    /// <summary>Reads the rest.</summary>
    /// <param name="conditions">Reads conditions of the campaign's fields.</param>
    /// <param name="ruleReader">Reads reasons and categories.</param>
    /// <param name="rules">The campaign's own rules, whose ids are taken.</param>
    /// <param name="secrets">Which settings may be named as secrets.</param>
    public ReadLookups Read(ConditionReader conditions, RuleReader ruleReader, IReadOnlyList<Rule> rules, SecretNames secrets)
    {
        var (plans, failures) = (new List<LookupPlan>(), new List<Rule>());
        var templates = new TemplateReader(conditions.Operands, mistakes);
        var requests = new RequestReader(templates, secrets, mistakes);
        var onFailure = new FailureReader(conditions, ruleReader, mistakes);
        var reader = new LookupReader(conditions, requests, templates, secrets, mistakes);
        foreach (var draft in drafts)
        {
            if (conditions.Operands.Knows(draft.Name))
            {
                mistakes.Add(
                    draft.Node,
                    $"'{draft.Name}' is a field, so '{draft.Name}.{LookupPlan.FailedName}' would be a part of it",
                    "Choose another name for the look-up");
            }

            var (isNeeded, rule) = onFailure.Read(draft);
            if (rule is not null && rules.Any(other => other.Ground.Id == rule.Ground.Id))
            {
                mistakes.Add(
                    draft.Node,
                    $"a rule has the id '{rule.Ground.Id}', which is that of this look-up's failure",
                    "Give the rule another id");
            }

            if (reader.Read(draft, budget, isNeeded) is { } plan)
            {
                plans.Add(plan);
                failures.AddRange(rule is null ? [] : [rule]);
            }
        }

        return new(plans, failures);
    }

    private bool IsName(string name, FileNode node)
    {
        if (ReservedNames.Contains(name))
        {
            mistakes.Add(node, $"'{name}' is the name of something else", "Choose another name for the look-up");
            return false;
        }

        return FactReader.IsName(name, MaxNameCharacters, "look-up", node, mistakes);
    }
}
