using LeadFilter.Core.Campaigns.Loading.Lists;
using LeadFilter.Core.Campaigns.Loading.Lookups;
using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the key <c>accepted</c> of the section <c>delivery</c>: facts of the CRM's answer, and a condition on them.</summary>
internal sealed class AcceptanceReader(ListReader lists, MistakeList mistakes)
{
    /// <summary>What the names of the facts begin with.</summary>
    private const string Answer = "answer";

    public AcceptancePlan? Read(FileNode? node)
    {
        if (node.AsObject(mistakes) is not { } found)
        {
            return null;
        }

        found.OnlyKeys(mistakes, "facts", "when", "otherwise");
        var facts = new FactReader(mistakes, FactReader.KeysOfEveryFact).Read(Answer, found, use: null);
        var layout = new FieldLayout(
            facts.Select(static fact => new FieldDefinition(fact.Field, fact.Type, "A fact of the CRM's answer.") { IsLookedUp = true }),
            []);
        var condition = new ConditionReader(layout, lists, null, TimeZoneInfo.Utc, mistakes).Read(found.Required(
            "when",
            mistakes,
            $"Add \"when\": {{ \"field\": \"{Answer}.NAME\", \"is\": \"true\" }}, a condition on the facts"));
        var retries = found.Find("otherwise").AsWord(mistakes, "refuse", "retry") == "retry";
        return condition is null ? null : new(layout, facts, Compile(condition), retries);
    }

    private static Predicate<Lead> Compile(Condition condition)
    {
        var check = ConditionCompiler.CompileAlone(condition);
        return answer => check(answer) == Truth.Match;
    }
}
