using System.Globalization;

namespace LeadFilter.Pipeline.Statements;

/// <summary>Leads, and their prices together.</summary>
/// <param name="Leads">How many.</param>
/// <param name="Amount">What was paid for all of them, in the campaign's currency.</param>
public readonly record struct StatementCount(int Leads, decimal Amount)
{
    /// <summary>With one more lead.</summary>
    /// <param name="price">What was paid for it.</param>
    public StatementCount Plus(decimal price) => new(Leads + 1, Amount + price);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Leads} for {Amount}");
}
