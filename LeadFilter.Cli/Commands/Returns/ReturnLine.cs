namespace LeadFilter.Cli.Commands.Returns;

/// <summary>A return, as a filter tells it.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Vendor">Who sold it.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why it is handed back, as a code.</param>
/// <param name="Price">What was paid.</param>
/// <param name="BoughtAt">When it was bought.</param>
/// <param name="RequestedAt">When it was handed back.</param>
/// <param name="Changes">All changes, the request first.</param>
internal sealed record ReturnLine(
    string Lead, string Vendor, string State, string Reason, decimal Price, DateTimeOffset BoughtAt, DateTimeOffset RequestedAt,
    IReadOnlyList<ReturnChangeLine> Changes)
{
    /// <summary>What the reason means; null if it is not known any more.</summary>
    public string? Text { get; init; }

    /// <summary>Until when the vendor must answer; null if it need not.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Until when the buyer may dispute a denial; null if he may not.</summary>
    public DateTimeOffset? DisputeBy { get; init; }

    /// <summary>When the credit was booked; null if none is.</summary>
    public DateTimeOffset? CreditedAt { get; init; }

    /// <summary>What is given back; null if nothing is.</summary>
    public decimal? Credit { get; init; }
}
