using LeadFilter.Core.Capacity;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Explanations;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Prices;
using LeadFilter.Core.Scores;

namespace LeadFilter.Core.Rules;

/// <summary>
/// A campaign's terms under one vendor's contract, compiled. Deciding depends on the lead and on nothing else: not on
/// the clock, not on earlier leads, and for accept or reject not on the order of the rules.
/// </summary>
public sealed class Policy
{
    private static readonly Rule Pause = new(
        new("enabled", Category.Capacity, ReasonCode.CampaignPaused, "We take no leads in this campaign for now", RuleMode.Enforced)
        {
            Always = true,
        },
        new ConditionGroup(GroupKind.None, []),
        RejectIndeterminate: false);

    private static readonly Decision Unquoted = new([], Money.Zero, Route.Sales);

    private readonly Terms terms;
    private readonly ConditionCompiler compiler;
    private readonly IReadOnlyList<CompiledRule> campaignRules;
    private readonly CompiledRule[] rules;
    private readonly CompiledRule[] screening;
    private readonly Scorer? scorer;
    private readonly PriceList prices;
    private readonly Finding? lowScore;
    private readonly Finding? noBid;
    private readonly bool scoresAtScreen;
    private readonly bool pricesAtScreen;
    private readonly Policy? afterTrial;

    /// <summary>Compiles terms without a contract: every ground counts.</summary>
    /// <param name="terms">What the campaign buys and what it pays.</param>
    public Policy(Terms terms)
        : this(terms, new ConditionCompiler(terms.Conditions))
    {
    }

    private Policy(Terms terms, ConditionCompiler compiler)
        : this(
            terms,
            compiler,
            [.. terms.Rules.Select(rule => CompiledRule.Of(rule, compiler))],
            [],
            terms.Score is { Ground.Mode: not RuleMode.Off } plan ? new(plan, compiler) : null,
            new(terms.Prices, terms.Floor, compiler),
            null)
    {
    }

    /// <summary>Whether the campaign buys anything at all for now.</summary>
    public bool IsEnabled => terms.IsEnabled;

    private Policy(
        Terms terms,
        ConditionCompiler compiler,
        IReadOnlyList<CompiledRule> campaignRules,
        IReadOnlyList<CompiledRule> contractRules,
        Scorer? scorer,
        PriceList prices,
        Contract? contract)
    {
        this.terms = terms;
        this.compiler = compiler;
        this.campaignRules = campaignRules;
        this.scorer = scorer;
        this.prices = prices;
        Contract = contract;

        // Last, so that a bad lead learns its own reason first.
        IEnumerable<CompiledRule> hours = (contract?.Hours ?? terms.Hours) is { } rule ? [CompiledRule.Of(rule, compiler)] : [];
        IEnumerable<CompiledRule> pause = terms.IsEnabled ? [] : [CompiledRule.Of(Pause, compiler)];
        rules =
        [
            .. pause
                .Concat(contractRules)
                .Concat(campaignRules.Select(rule =>
                    contract?.Overrides.GetValueOrDefault(rule.Rule.Ground.Id) is { } other ? CompiledRule.Of(other, compiler) : rule))
                .Concat(hours)
                .Where(static rule => rule.Rule.Ground.Mode != RuleMode.Off)
                .Select(rule => rule.Under(contract)),
        ];
        screening = rules.Any(static rule => rule.Rule.NeedsLookup) ? [.. rules.Where(static rule => !rule.Rule.NeedsLookup)] : rules;
        lowScore = scorer is null ? null : Found(scorer.Plan.Ground);
        noBid = Found(terms.NoBid);
        scoresAtScreen = scorer is { NeedsLookup: false };
        pricesAtScreen = !prices.NeedsLookup && (scorer is null || scoresAtScreen || !prices.NeedsScore);
        Duplicates = [.. terms.Duplicates.Select(one => FoundDuplicate(one))];
        Caps = [.. terms.Caps
            .Concat(contract?.Caps ?? [])
            .Where(cap => Found(cap.Ground) is not null)
            .Select(cap => new CapTerm(cap, Found(cap.Ground)!))];
        afterTrial = contract is { Trial: true, TrialEnd: not null }
            ? new(terms, compiler, campaignRules, contractRules, scorer, prices, contract with { Trial = false, TrialEnd = null })
            : null;
    }

    /// <summary>
    /// The rules that are evaluated: that of a campaign that is not enabled, the contract's own, the campaign's in the order of the
    /// file, and last that of the hours.
    /// </summary>
    public IEnumerable<Rule> Rules => rules.Select(static rule => rule.Rule);

    /// <summary>The contract; null for none.</summary>
    public Contract? Contract { get; }

    /// <summary>
    /// What to add to a decision when the lead turns out to be a duplicate, for each of the campaign's plans; null where a plan is off.
    /// </summary>
    public IReadOnlyList<Finding?> Duplicates { get; }

    /// <summary>What a rule does to the leads that it matches.</summary>
    /// <param name="rule">The rule's id.</param>
    /// <returns>Null if there is no such rule, or if it is off.</returns>
    public Effect? EffectOf(string rule) => Array.Find(rules, one => one.Finding?.Ground.Id == rule).Finding?.Effect;

    /// <summary>The caps under which a place must be free: the campaign's, then the contract's.</summary>
    public IReadOnlyList<CapTerm> Caps { get; }

    /// <summary>The policy as it is at a time: a trial may have ended.</summary>
    /// <param name="receivedAt">When a lead was received.</param>
    public Policy At(DateTimeOffset receivedAt) => afterTrial is not null && receivedAt >= Contract!.TrialEnd ? afterTrial : this;

    /// <summary>
    /// The same terms under another contract. Both share what was compiled, so that a vendor costs neither time nor memory.
    /// </summary>
    /// <param name="contract">The vendor's contract.</param>
    internal Policy Under(Contract contract) =>
        new(
        terms,
        compiler,
        campaignRules,
        [.. contract.Rules.Select(rule => CompiledRule.Of(rule, compiler))],
        scorer,
        prices.Under(contract.Vendor, contract.Price, contract.Exclusive, contract.Floor ?? terms.Floor),
        contract);

    /// <summary>
    /// Decides about a lead by what the lead alone decides. Whatever it rejects, <see cref="Decide"/> rejects too, so that
    /// nothing need be looked up for such a lead.
    /// </summary>
    /// <param name="lead">A lead of the campaign's layout.</param>
    public Decision Screen(Lead lead) => Evaluate(screening, lead, scoresAtScreen, pricesAtScreen);

    /// <summary>Decides about a lead by everything.</summary>
    /// <param name="lead">A lead of the campaign's layout, with what was looked up about it.</param>
    public Decision Decide(Lead lead) => Evaluate(rules, lead, scorer is not null, quoting: true);

    /// <summary>A lead's score and how it came about; null if the campaign does not score.</summary>
    /// <param name="lead">A lead of the campaign's layout, with what was looked up about it.</param>
    public ScoreSheet? ScoreOf(Lead lead) => scorer?.SheetOf(lead, new byte[compiler.Remembered]);

    /// <summary>
    /// Decides about a lead and says why, rule by rule. The facts hold the lead's values: for the eyes of its buyer only.
    /// </summary>
    /// <param name="lead">A lead of the campaign's layout, with what was looked up about it.</param>
    public Explanation Explain(Lead lead)
    {
        var decision = Decide(lead);
        var remembered = new byte[compiler.Remembered];
        var traces = rules.Select(rule =>
        {
            var result = rule.Check(lead, remembered);
            var (holds, facts) = (rule.Rule.Holds(result), Fact.SeenBy(rule.Rule.RejectWhen, lead));
            return rule.UnreadableIn(lead, result) is { } unreadable
                ? new RuleTrace(unreadable, result, Holds: true, facts)
                : new RuleTrace(rule.Finding, result, holds, facts);
        });
        return new(decision, [.. traces]) { Score = ScoreOf(lead), Quote = prices.Of(lead, decision.Score, remembered).Quote };
    }

    private Decision Evaluate(CompiledRule[] evaluated, Lead lead, bool scoring, bool quoting)
    {
        List<Finding>? findings = null;
        List<Finding>? unreadable = null;
        Span<byte> remembered = stackalloc byte[compiler.Remembered];
        var rejected = false;
        foreach (ref readonly var rule in evaluated.AsSpan())
        {
            var result = rule.Check(lead, remembered);
            if (result == Truth.NoMatch)
            {
                continue;
            }

            if (rule.Rule.Holds(result))
            {
                Add(rule.Finding);
            }
            else if (rule.UnreadableIn(lead, result) is { } found)
            {
                (unreadable ??= new(4)).Add(found);
            }
        }

        // Behind the rules' own reasons: a rule that speaks of the answer itself says more. Each field is named once.
        foreach (var finding in unreadable ?? [])
        {
            if (findings?.Exists(other => other.Ground.Reason == finding.Ground.Reason && other.Effect == finding.Effect) != true)
            {
                Add(finding);
            }
        }

        double? score = scoring ? scorer!.ValueOf(lead, remembered) : null;
        if (score < scorer?.Plan.Nurture)
        {
            Add(lowScore!);
        }

        var bought = Unquoted;
        if (quoting && !rejected)
        {
            var offer = prices.Of(lead, score, remembered);
            bought = offer.Bought;
            if (noBid is not null && offer.Quote.Listed == Money.Zero)
            {
                Add(noBid);
            }
        }

        var gaveUp = PatternBudget.HasGivenUp(remembered);
        return findings is null && score is null && !gaveUp ? bought
            : new(
                findings ?? (IReadOnlyList<Finding>)[],
                bought.Price,
                score is { } value ? scorer!.Plan.RouteOf(value) : Route.Sales) { Score = score, PatternGaveUp = gaveUp };

        void Add(Finding finding)
        {
            (findings ??= new(4)).Add(finding);
            rejected |= finding.Effect == Effect.Reject;
        }
    }

    private Finding? Found(Ground? ground) =>
        ground is null or { Mode: RuleMode.Off } ? null : new(ground, Contract?.EffectOf(ground) ?? ground.Effect);

    private Finding? FoundDuplicate(DuplicateGround duplicate) =>
        Found(duplicate.Ground) is { Effect: Effect.Reject } finding
            && (Contract?.Duplicates ?? duplicate.Action) == DuplicateAction.Touchpoint
            ? finding with { Effect = Effect.Touchpoint }
            : Found(duplicate.Ground);

    private readonly record struct CompiledRule(Rule Rule, Check Check, Finding Finding, IReadOnlyList<UnreadableGround> Unreadable)
    {
        public static CompiledRule Of(Rule rule, ConditionCompiler compiler) =>
            new(
                rule,
                rule.Ground.Mode == RuleMode.Off ? static (_, _) => Truth.NoMatch : compiler.Compile(rule.RejectWhen),
                new(rule.Ground, Effect.Reject),
                rule.UnreadableGrounds());

        public CompiledRule Under(Contract? contract) =>
            this with { Finding = new(Rule.Ground, contract?.EffectOf(Rule.Ground) ?? Rule.Ground.Effect) };

        // The grounds differ from the rule's by their reasons only, and so have its effect.
        public Finding? UnreadableIn(Lead lead, Truth result)
        {
            if (result != Truth.Unreadable)
            {
                return null;
            }

            foreach (var (slot, ground) in Unreadable)
            {
                if (lead[slot].Validity == Validity.Invalid)
                {
                    return new(ground, Finding.Effect);
                }
            }

            return null;
        }
    }
}
