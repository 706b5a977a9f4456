using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Clocks;
using LeadFilter.Core.Patterns;

namespace LeadFilter.Core.Conditions;

/// <summary>A test of one field or part, against constants, another field or a named list.</summary>
/// <param name="Operand">What is tested.</param>
/// <param name="Operator">How.</param>
/// <param name="Constants">With what: as many as the operator takes; none with <see cref="Other"/> or <see cref="List"/>.</param>
public sealed record FieldTest(FieldOperand Operand, Operator Operator, IReadOnlyList<Constant> Constants) : Condition
{
    /// <summary>The field or part to compare with, of the same kind; null for constants or a list.</summary>
    public FieldOperand? Other { get; init; }

    /// <summary>The named list of the values; null for constants or another field.</summary>
    public ValueSet? List { get; init; }

    /// <summary>How many edits away a similar text may be: 1 to 3; 0 for operators that count none.</summary>
    public int Edits { get; init; }

    /// <summary>
    /// Tells in which time zones the lead's person may be, if the test goes by the person's clock; null for the campaign's.
    /// </summary>
    public LeadClock? Clock { get; init; }

    /// <summary>Whether it depends on a clock: by another one it may come out otherwise.</summary>
    public bool IsByClock => Operand.IsByClock || Other?.IsByClock == true || Constants is [{ Calendar: not null }];

    /// <summary>What it is about: tests with the same subject are of the same value.</summary>
    public string Subject => Clock is null ? Operand.Path : $"{Operand.Path} by the lead's clock";

    /// <inheritdoc/>
    public override int Depth => 1;

    /// <inheritdoc/>
    public override int Size => 1;

    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> Operands => [.. Tested, .. Clock?.Operands ?? []];

    private IEnumerable<FieldOperand> Tested => Other is null ? [Operand] : [Operand, Other];

    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> SeenOf(Lead lead) =>
        Clock is null ? Tested : [.. Tested.SelectMany(operand => Clock.SeenOf(operand, lead)), .. Clock.Operands];

    /// <summary>The same test by the clock of one time zone.</summary>
    /// <param name="zone">The time zone.</param>
    public FieldTest In(TimeZoneInfo zone) => this with
    {
        Clock = null,
        Operand = Operand.In(zone),
        Other = Other?.In(zone),
        Constants =
        [
            .. Constants.Select(constant =>
                constant.Calendar is { } length ? constant with { Calendar = length with { Zone = zone } } : constant),
        ],
    };

    /// <summary>The pattern, ready to use, where the loader has made it to prove it: making one takes about a millisecond.</summary>
    internal Pattern? Pattern { get; init; }

    /// <summary>Whether the other tests the same in the same way.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(FieldTest? other) =>
        other is not null
        && Operand.Path == other.Operand.Path
        && ReferenceEquals(Operator, other.Operator)
        && Other?.Path == other.Other?.Path
        && ReferenceEquals(List, other.List)
        && Edits == other.Edits
        && (Clock is null) == (other.Clock is null)
        && Constants.SequenceEqual(other.Constants);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Operand.Path,
        Operator.Word,
        Other?.Path,
        Constants.Count,
        Constants.Count == 0 ? default : Constants[0],
        Constants.Count == 0 ? default : Constants[^1]);
}
