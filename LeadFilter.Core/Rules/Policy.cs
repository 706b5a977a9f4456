using LeadFilter.Core.Capacity;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Rules;

/// <summary>
/// A campaign's rules under one vendor's contract, compiled. Deciding depends on the lead and on nothing else: not on
/// the clock, not on earlier leads, and for accept or reject not on the order of the rules.
/// </summary>
public sealed class Policy
{
    private readonly CompiledRule[] rules;
    private readonly CompiledRule[] screening;
    private readonly CompiledPrice[] campaignPrices;
    private readonly CompiledPrice[] prices;
    private readonly Ground? duplicate;
    private readonly IReadOnlyList<Cap> caps;

    /// <summary>Compiles rules under a contract.</summary>
    /// <param name="rules">The campaign's rules in the order of the file.</param>
    /// <param name="prices">The campaign's prices; the last one holds always.</param>
    /// <param name="duplicate">The ground of the duplicates section; null if the campaign has none.</param>
    /// <param name="contract">The vendor's contract; null for none, so that every ground counts.</param>
    /// <param name="caps">The campaign's caps; null for none.</param>
    public Policy(
        IReadOnlyList<Rule> rules, IReadOnlyList<PriceRule> prices, Ground? duplicate, Contract? contract, IReadOnlyList<Cap>? caps = null)
        : this(
            [.. rules.Where(rule => rule.Ground.Mode != RuleMode.Off)],
            [.. rules.Where(rule => rule.Ground.Mode != RuleMode.Off).Select(rule => ConditionCompiler.Compile(rule.RejectWhen))],
            [.. prices.Select(price => new CompiledPrice(price.When is null ? null : ConditionCompiler.Compile(price.When), price.Price))],
            duplicate,
            contract,
            caps ?? [])
    {
    }

    private Policy(
        IReadOnlyList<Rule> rules, IReadOnlyList<Check> checks, CompiledPrice[] prices, Ground? duplicate, Contract? contract, IReadOnlyList<Cap> caps)
    {
        Rules = rules;
        Contract = contract;
        this.rules = [.. rules.Select((rule, at) => new CompiledRule(
            checks[at], rule.RejectIndeterminate, new(rule.Ground, EffectOf(rule.Ground, contract))))];
        screening = rules.Any(rule => rule.NeedsLookup) ? [.. this.rules.Where((_, at) => !rules[at].NeedsLookup)] : this.rules;
        campaignPrices = prices;
        this.prices = contract?.Price is { } agreed ? [new(null, agreed)] : prices;
        this.duplicate = duplicate;
        Duplicate = duplicate is null or { Mode: RuleMode.Off } ? null : new(duplicate, EffectOf(duplicate, contract));
        this.caps = caps;
        Caps =
        [
            .. caps.Concat(contract?.Caps ?? [])
                .Where(static cap => cap.Ground.Mode != RuleMode.Off)
                .Select(cap => new CapTerm(cap, new(cap.Ground, EffectOf(cap.Ground, contract)))),
        ];
    }

    /// <summary>The rules that are evaluated, in the order of the file.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The contract; null for none.</summary>
    public Contract? Contract { get; }

    /// <summary>What to add to a decision when the lead turns out to be a duplicate; null if duplicates are not looked for.</summary>
    public Finding? Duplicate { get; }

    /// <summary>The caps under which a place must be free: the campaign's, then the contract's.</summary>
    public IReadOnlyList<CapTerm> Caps { get; }

    /// <summary>The same rules under another contract. Both share what was compiled, so that a vendor costs neither time nor memory.</summary>
    /// <param name="contract">The vendor's contract.</param>
    internal Policy Under(Contract contract)
    {
        var kept = Rules.Select((rule, at) => (Rule: rule, rules[at].Check)).Where(kept => contract.Hours is null || kept.Rule.RejectWhen is not OutsideHours).ToList();
        if (contract.Hours is { Ground.Mode: not RuleMode.Off } hours)
        {
            kept.Add((hours, ConditionCompiler.Compile(hours.RejectWhen)));
        }

        return new([.. kept.Select(each => each.Rule)], [.. kept.Select(each => each.Check)], campaignPrices, duplicate, contract, caps);
    }

    /// <summary>
    /// Decides about a lead by the rules that the lead alone decides. Whatever it rejects, <see cref="Decide"/> rejects too,
    /// so that nothing need be looked up for such a lead.
    /// </summary>
    /// <param name="lead">A lead of the campaign's layout.</param>
    public Decision Screen(Lead lead) => Evaluate(screening, lead);

    /// <summary>Decides about a lead by every rule.</summary>
    /// <param name="lead">A lead of the campaign's layout, with what was looked up about it.</param>
    public Decision Decide(Lead lead) => Evaluate(rules, lead);

    /// <summary>Decides about a lead and says why, rule by rule. The facts hold the lead's values: for the eyes of its buyer only.</summary>
    /// <param name="lead">A lead of the campaign's layout.</param>
    public Explanation Explain(Lead lead)
    {
        var traces = new RuleTrace[rules.Length];
        for (var at = 0; at < rules.Length; at++)
        {
            var result = rules[at].Check(lead);
            traces[at] = new(
                rules[at].Finding,
                result,
                Holds(result, rules[at].RejectIndeterminate),
                Fact.SeenBy(Rules[at].RejectWhen, lead));
        }

        return new(Decide(lead), traces);
    }

    private Decision Evaluate(CompiledRule[] evaluated, Lead lead)
    {
        List<Finding>? findings = null;
        foreach (ref readonly var rule in evaluated.AsSpan())
        {
            if (Holds(rule.Check(lead), rule.RejectIndeterminate))
            {
                (findings ??= new(4)).Add(rule.Finding);
            }
        }

        return new(findings ?? (IReadOnlyList<Finding>)[], PriceOf(lead), Route.Sales);
    }

    private static bool Holds(Truth result, bool rejectIndeterminate) =>
        result == Truth.Match || (rejectIndeterminate && result == Truth.Indeterminate);

    private static Effect EffectOf(Ground ground, Contract? contract) =>
        ground.Mode == RuleMode.Shadow ? Effect.Shadow
        : contract is { Trial: true } ? Effect.Trial
        : contract?.Rejects is { } accepted && !accepted.Contains(ground.Category) ? Effect.Waived
        : Effect.Reject;

    private Money PriceOf(Lead lead)
    {
        foreach (var price in prices)
        {
            if (price.When is null || price.When(lead) == Truth.Match)
            {
                return price.Price;
            }
        }

        return Money.Zero;
    }

    private readonly record struct CompiledRule(Check Check, bool RejectIndeterminate, Finding Finding);

    private readonly record struct CompiledPrice(Check? When, Money Price);
}
