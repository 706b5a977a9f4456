using System.Globalization;

namespace LeadFilter.Core.Decisions;

/// <summary>An amount in the campaign's currency: 0 to 1,000,000 with at most 4 decimal places.</summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static readonly Money Zero;

    private const decimal Max = 1_000_000m;

    private Money(decimal amount) => Amount = amount;

    /// <summary>The amount.</summary>
    public decimal Amount { get; }

    /// <summary>Makes an amount of money.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="money">The money.</param>
    /// <returns>False if the amount is out of range or has more than 4 decimal places.</returns>
    public static bool TryCreate(decimal amount, out Money money)
    {
        var fits = amount is >= 0 and <= Max && decimal.Round(amount, 4) == amount;
        money = fits ? new(amount) : default;
        return fits;
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Amount.CompareTo(other.Amount);

    /// <summary>The amount without trailing zeros, such as <c>12.5</c>.</summary>
    public override string ToString() => Amount.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Money left, Money right) => left.Amount < right.Amount;

    /// <summary>Whether the left is greater.</summary>
    public static bool operator >(Money left, Money right) => left.Amount > right.Amount;

    /// <summary>Whether the left is less or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.Amount <= right.Amount;

    /// <summary>Whether the left is greater or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.Amount >= right.Amount;
}
