using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Prices;

/// <summary>The prices of a campaign under one contract, compiled: the first that holds is paid, but not less than the floor.</summary>
internal sealed class PriceList
{
    private readonly Entry[] all;
    private readonly Entry[] entries;
    private readonly Money floor;
    private readonly Offer none;

    /// <summary>Compiles prices without a contract.</summary>
    /// <param name="prices">The campaign's prices in the order of the file.</param>
    /// <param name="floor">The least price.</param>
    /// <param name="compiler">Compiles the conditions of the policy.</param>
    public PriceList(IReadOnlyList<PriceRule> prices, Money floor, ConditionCompiler compiler)
        : this([.. prices.Select((price, at) => new Entry(price, price.When is null ? null : compiler.Compile(price.When), new(new(price.Price, price.Price, at))))], null, floor)
    {
    }

    private PriceList(Entry[] all, Contract? contract, Money floor)
    {
        this.all = all;
        this.floor = contract?.Floor ?? floor;
        entries = contract?.Price is { } agreed
            ? [new(new(null, agreed), null, Raised(new(new(agreed, agreed, null))))]
            : [.. all.Where(entry => entry.Rule.IsFor(contract)).Select(entry => entry with { Offer = Raised(entry.Offer) })];
        none = new(new(this.floor, Money.Zero, null));
        NeedsLookup = entries.Any(static entry => entry.Rule.When?.Operands.Any(static operand => operand.IsLookedUp) == true);
    }

    /// <summary>Whether a price hangs on what is looked up.</summary>
    public bool NeedsLookup { get; }

    /// <summary>Whether a price hangs on the score.</summary>
    public bool NeedsScore => entries.Any(static entry => entry.Rule.Score is not null);

    /// <summary>The same prices under a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="campaignFloor">The floor of vendors whose contract has none.</param>
    public PriceList Under(Contract contract, Money campaignFloor) => new(all, contract, campaignFloor);

    /// <summary>What is paid for a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="score">Its score; null if the campaign has none.</param>
    /// <param name="remembered">What shared conditions said of the lead.</param>
    /// <returns>The price, raised to the floor; and that of the list. Nothing where no price holds: then there is no floor either.</returns>
    public Offer Of(Lead lead, double? score, Span<byte> remembered)
    {
        foreach (var entry in entries)
        {
            if ((entry.Rule.Score is null || entry.Rule.Score.Holds(score)) && (entry.When is null || entry.When(lead, remembered) == Truth.Match))
            {
                return entry.Offer;
            }
        }

        return none;
    }

    private Offer Raised(Offer offer) => offer.Quote.Price < floor ? new(offer.Quote with { Price = floor }) : offer;

    private readonly record struct Entry(PriceRule Rule, Check? When, Offer Offer);
}
