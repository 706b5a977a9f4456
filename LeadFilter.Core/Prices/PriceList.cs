using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

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
        : this(
            [.. prices.Select((price, at) => new Entry(
                price,
                price.When is null ? null : compiler.Compile(price.When),
                new(new(price.Price, price.Price, at))))],
            vendor: null,
            agreed: null,
            exclusive: null,
            floor)
    {
    }

    private PriceList(Entry[] all, VendorId? vendor, Money? agreed, bool? exclusive, Money floor)
    {
        this.all = all;
        this.floor = floor;
        entries = agreed is { } price
            ? [new(new(null, price), null, Raised(new(new(price, price, null))))]
            : [.. all.Where(entry => entry.Rule.IsFor(vendor, exclusive)).Select(entry => entry with { Offer = Raised(entry.Offer) })];
        none = new(new(this.floor, Money.Zero, null));
        NeedsLookup = entries.Any(static entry => entry.Rule.When?.Operands.Any(static operand => operand.IsLookedUp) == true);
    }

    /// <summary>Whether a price depends on what is looked up.</summary>
    public bool NeedsLookup { get; }

    /// <summary>Whether a price depends on the score.</summary>
    public bool NeedsScore => entries.Any(static entry => entry.Rule.Score is not null);

    /// <summary>The same prices under a contract.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="agreed">The price of every lead that was agreed; null for the campaign's prices.</param>
    /// <param name="exclusive">Whether the vendor sells its leads to nobody else; null if that was not agreed.</param>
    /// <param name="least">The contract's floor, or the campaign's where the contract has none.</param>
    public PriceList Under(VendorId vendor, Money? agreed, bool? exclusive, Money least) => new(all, vendor, agreed, exclusive, least);

    /// <summary>What is paid for a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="score">Its score; null if the campaign has none.</param>
    /// <param name="remembered">What shared conditions said of the lead.</param>
    /// <returns>The price, raised to the floor; and that of the list. Nothing where no price holds: then there is no floor
    /// either.</returns>
    public Offer Of(Lead lead, double? score, Span<byte> remembered)
    {
        foreach (var entry in entries)
        {
            if ((entry.Rule.Score is null || entry.Rule.Score.Holds(score))
                && (entry.When is null || entry.When(lead, remembered) == Truth.Match))
            {
                return entry.Offer;
            }
        }

        return none;
    }

    private Offer Raised(Offer offer) => offer.Quote.Price < floor ? new(offer.Quote with { Price = floor }) : offer;

    private readonly record struct Entry(PriceRule Rule, Check? When, Offer Offer);
}
