using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Prices;

/// <summary>
/// A quote, and the decision about a lead against which nothing speaks at that price: made once, since most leads share it.
/// </summary>
/// <param name="Quote">The quote.</param>
internal sealed record Offer(Quote Quote)
{
    /// <summary>The ground on which the lead is rejected for the price that is asked; null if it is not.</summary>
    public Ground? Refused { get; init; }

    /// <summary>Bought at that price, without a score.</summary>
    public Decision Bought { get; } = new([], Quote.Price, Route.Sales);
}
