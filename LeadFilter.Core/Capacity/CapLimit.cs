using System.Globalization;
using System.Runtime.InteropServices;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Capacity;

/// <summary>How much is bought in a period: a number of leads, or an amount of money.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CapLimit
{
    /// <summary>The greatest number of leads.</summary>
    public const int MaxLeads = 1_000_000;

    /// <summary>The greatest amount.</summary>
    public const decimal MaxMoney = 1_000_000_000m;

    /// <summary>Amounts are counted in so many parts of the currency's unit, as exactly as prices are stated.</summary>
    private const decimal PartsOfUnit = 10_000m;

    private CapLimit(int leads, decimal money) => (Leads, Money) = (leads, money);

    /// <summary>How many leads; 0 for an amount.</summary>
    public int Leads { get; }

    /// <summary>The amount in the campaign's currency; 0 for a number of leads.</summary>
    public decimal Money { get; }

    /// <summary>Whether it is an amount.</summary>
    public bool IsMoney => Money > 0;

    /// <summary>The number of leads, or the amount.</summary>
    public decimal Amount => IsMoney ? Money : Leads;

    /// <summary>The amount in the parts in which it is counted.</summary>
    public long Parts => (long)(Money * PartsOfUnit);

    /// <summary>A number of leads.</summary>
    /// <param name="leads">How many, 1 to <see cref="MaxLeads"/>.</param>
    public static CapLimit OfLeads(int leads) => new(leads, 0);

    /// <summary>An amount.</summary>
    /// <param name="money">More than 0, at most <see cref="MaxMoney"/>, with at most 4 decimal places.</param>
    public static CapLimit OfMoney(decimal money) => new(0, money);

    /// <summary>A price in the parts in which amounts are counted.</summary>
    /// <param name="price">The price.</param>
    public static long PartsOf(Money price) => (long)(price.Amount * PartsOfUnit);

    /// <summary>The amount of some parts.</summary>
    /// <param name="parts">The parts.</param>
    public static decimal AmountOf(long parts) => parts / PartsOfUnit;

    /// <summary>The number, or the amount with the sign that marks it: <c>500</c>, <c>$5,000</c>.</summary>
    public override string ToString() => IsMoney
        ? string.Create(CultureInfo.InvariantCulture, $"${Money:#,0.####}")
        : Leads.ToString(CultureInfo.InvariantCulture);
}
