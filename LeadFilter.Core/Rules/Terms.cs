using LeadFilter.Core.Capacity;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Prices;
using LeadFilter.Core.Scores;

namespace LeadFilter.Core.Rules;

/// <summary>What a campaign buys and what it pays, before any contract.</summary>
public sealed record Terms
{
    /// <summary>Whether the campaign buys at all; otherwise every lead is rejected, whatever its contract.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The rules in the order of the file, with those that are off.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>The prices in the order of the file.</summary>
    public IReadOnlyList<PriceRule> Prices { get; init; } = [];

    /// <summary>The least price of a bought lead.</summary>
    public Money Floor { get; init; }

    /// <summary>The ground on which a lead that is worth nothing is rejected; null if it is bought for nothing (or the floor).</summary>
    public Ground? NoBid { get; init; }

    /// <summary>How leads are scored; null if they are not.</summary>
    public ScorePlan? Score { get; init; }

    /// <summary>The grounds of the duplicates section, one for each of its plans.</summary>
    public IReadOnlyList<DuplicateGround> Duplicates { get; init; } = [];

    /// <summary>The caps in the order of the file, with those that are off.</summary>
    public IReadOnlyList<Cap> Caps { get; init; } = [];

    /// <summary>The rule that rejects outside the hours of operation; null if there are none.</summary>
    public Rule? Hours { get; init; }

    /// <summary>All conditions of the rules that count, the score and the prices.</summary>
    internal IEnumerable<Condition> Conditions =>
    [
        .. Rules.Where(static rule => rule.Ground.Mode != RuleMode.Off).Select(static rule => rule.RejectWhen),
        .. (Score?.Points ?? []).Select(static point => point.When).OfType<Condition>(),
        .. Prices.Select(static price => price.When).OfType<Condition>(),
    ];
}
