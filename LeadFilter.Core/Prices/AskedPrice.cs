using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Prices;

/// <summary>Pays what the vendor asks, up to a limit.</summary>
/// <param name="Field">The amount that the vendor asks.</param>
/// <param name="AtMost">The most that is paid.</param>
/// <param name="OnAbove">What becomes of a lead for which more is asked.</param>
/// <param name="OnMissing">
/// What becomes of a lead for which nothing that can be read is asked; not <see cref="AskedOtherwise.Limit"/>.
/// </param>
public sealed record AskedPrice(FieldOperand Field, Money AtMost, AskedOtherwise OnAbove, AskedOtherwise OnMissing)
{
    private const string Id = "asked-price";
    private const decimal Largest = 1_000_000;
    private const decimal Finest = 10_000;

    /// <summary>Whether the next price of the list may hold instead.</summary>
    public bool MayPass => OnAbove == AskedOtherwise.Next || OnMissing == AskedOtherwise.Next;

    /// <summary>The ground on which a lead is rejected for which more is asked.</summary>
    public Ground TooHigh { get; } =
        new(Id, Category.Criteria, ReasonCode.PriceTooHigh, "The price that you ask is higher than what we pay", RuleMode.Enforced);

    /// <summary>The ground on which a lead is rejected for which nothing is asked.</summary>
    public Ground Missing { get; } =
        new(Id, Category.Criteria, ReasonCode.PriceMissing, $"The price that you ask is missing from '{Field.Path}'", RuleMode.Enforced);

    /// <summary>The ground on which a lead is rejected whose price cannot be read.</summary>
    public Ground Unreadable { get; } = new(
        Id,
        Category.Criteria,
        ReasonCode.Unreadable(Field.FieldName),
        $"The answer in '{Field.FieldName}' was given but cannot be read",
        RuleMode.Enforced);

    /// <summary>The grounds on which it may reject.</summary>
    public IEnumerable<Ground> Grounds =>
        (OnAbove == AskedOtherwise.Reject ? [TooHigh] : Array.Empty<Ground>())
        .Concat(OnMissing == AskedOtherwise.Reject ? [Missing, Unreadable] : []);

    /// <summary>What is offered for a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="entry">The place of the price in the campaign's list; null for a contract's.</param>
    /// <returns>Null where the next price holds instead.</returns>
    internal Offer? Of(Lead lead, int? entry)
    {
        var value = Field.Read(lead);
        if (AmountOf(in value) is not { } asked)
        {
            return OnMissing == AskedOtherwise.Next
                ? null
                : new(new(Money.Zero, Money.Zero, entry)) { Refused = value.Validity <= Validity.Blank ? Missing : Unreadable };
        }

        if (asked <= AtMost)
        {
            return new(new(asked, asked, entry) { Asked = asked });
        }

        return OnAbove switch
        {
            AskedOtherwise.Next => null,
            AskedOtherwise.Limit => new(new(AtMost, AtMost, entry) { Asked = asked }),
            _ => new(new(AtMost, AtMost, entry) { Asked = asked }) { Refused = TooHigh },
        };
    }

    // Never more than is asked: what is beyond four decimal places is cut off. Nobody asks for more than an amount can be.
    private static Money? AmountOf(in FieldValue value)
    {
        if (!value.IsValid || !(value.Number >= 0))
        {
            return null;
        }

        var amount = value.Number < (double)Largest ? (decimal)value.Number : Largest;
        return Money.TryCreate(decimal.Truncate(amount * Finest) / Finest, out var money) ? money : null;
    }
}
