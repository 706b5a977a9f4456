using LeadFilter.Core.Prices;
using LeadFilter.Core.Rules;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>What a lead would cost, were it bought, and where that comes from.</summary>
/// <param name="Price">What would be paid.</param>
/// <param name="Listed">What the list or the contract says, before the floor.</param>
/// <param name="From">The place in the campaign file, such as <c>prices[1]</c>; null where no price holds.</param>
/// <param name="Floored">Whether the price is the floor.</param>
internal sealed record ExplainedPrice(decimal Price, decimal Listed, string? From, bool Floored)
{
    /// <summary>What the vendor asks; null where the price does not depend on it, or nothing that can be read is asked.</summary>
    public decimal? Asked { get; init; }

    /// <summary>Makes it of a quote.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="contract">The contract; null for none.</param>
    public static ExplainedPrice Of(Quote quote, Contract? contract) => new(
        quote.Price.Amount,
        quote.Listed.Amount,
        quote.Entry is { } entry ? $"prices[{entry}]" : contract?.Price is not null ? $"vendors.{contract.Vendor}.price" : null,
        quote.Price != quote.Listed)
    {
        Asked = quote.Asked?.Amount,
    };
}
