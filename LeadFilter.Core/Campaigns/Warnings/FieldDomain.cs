using System.Globalization;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>
/// What a field can still be, as tests narrow it. It never holds less than is possible: a test that it does not understand
/// narrows nothing, so what it says to be empty is empty.
/// </summary>
internal sealed class FieldDomain
{
    private readonly HashSet<string> excluded;
    private HashSet<string>? among;
    private bool blank = true;
    private bool invalid = true;
    private bool valid = true;
    private double low = double.NegativeInfinity;
    private double high = double.PositiveInfinity;
    private bool lowIsOut;
    private bool highIsOut;

    /// <summary>Anything.</summary>
    public FieldDomain() => excluded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same as another.</summary>
    public FieldDomain(FieldDomain other)
    {
        excluded = new(other.excluded, StringComparer.OrdinalIgnoreCase);
        among = other.among is null ? null : new(other.among, StringComparer.OrdinalIgnoreCase);
        (blank, invalid, valid) = (other.blank, other.invalid, other.valid);
        (low, high, lowIsOut, highIsOut) = (other.low, other.high, other.lowIsOut, other.highIsOut);
    }

    /// <summary>Whether the field can be nothing at all.</summary>
    public bool IsEmpty => !blank && !invalid && !(valid && HasValue);

    /// <summary>Whether the field may be valid, and yet no value is left for it.</summary>
    public bool LacksValue => valid && !HasValue;

    private bool HasValue => among is not null
        ? among.Any(value => !excluded.Contains(value)
            && (!double.TryParse(value, CultureInfo.InvariantCulture, out var number) || IsWithin(number)))
        : low < high || (low == high && IsWithin(low) && !excluded.Contains(KeyOf(low)));

    /// <summary>Narrows it to where a test comes out so.</summary>
    /// <param name="test">The test.</param>
    /// <param name="match">Whether it is to match or not to match.</param>
    /// <param name="orUnknown">Whether it may also be indeterminate.</param>
    public void Narrow(FieldTest test, bool match, bool orUnknown)
    {
        var positive = match != test.Operator.Contrary;
        switch (test.Operator.Test)
        {
            case TestKind.Valid when positive:
                (blank, invalid) = (false, false);
                return;
            case TestKind.Valid:
                valid = false;
                return;
            case TestKind.Blank when positive:
                (invalid, valid) = (false, false);
                return;
            case TestKind.Blank:
                blank = false;
                return;
        }

        (blank, invalid) = (blank && orUnknown, invalid && orUnknown);
        NarrowValue(test, positive);
    }

    private static string KeyOf(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private bool IsWithin(double number) => (lowIsOut ? number > low : number >= low) && (highIsOut ? number < high : number <= high);

    private void NarrowValue(FieldTest test, bool positive)
    {
        var kind = test.Operand.Type.Kind;
        var isOrdered = kind is ValueKind.Number or ValueKind.Instant or ValueKind.Date or ValueKind.TimeOfDay;
        var numbers = test.Constants.Select(constant => constant.Number).ToArray();
        switch (test.Operator.Test, numbers)
        {
            case (TestKind.True, _):
                Keep([KeyOf(positive ? 1 : 0)]);
                break;
            case (TestKind.Equal, [var number]) when kind == ValueKind.Flag:
                Keep([KeyOf(positive ? number : 1 - number)]);
                break;
            case (TestKind.Equal or TestKind.In, [_, ..]):
                var values = kind == ValueKind.Text ? test.Constants.Select(constant => constant.Text) : numbers.Select(KeyOf);
                if (positive)
                {
                    Keep(values);
                }
                else
                {
                    excluded.UnionWith(values);
                }

                break;
            case (TestKind.Less, [var number]) when isOrdered:
                Bound(positive ? null : number, positive ? number : null, edgeIsOut: positive);
                break;
            case (TestKind.Greater, [var number]) when isOrdered:
                Bound(positive ? number : null, positive ? null : number, edgeIsOut: positive);
                break;
            case (TestKind.Between, [var from, var to]) when isOrdered && positive && from <= to:
                Bound(from, to, edgeIsOut: false);
                break;
        }
    }

    private void Keep(IEnumerable<string> values)
    {
        if (among is null)
        {
            among = new(values, StringComparer.OrdinalIgnoreCase);
        }
        else
        {
            among.IntersectWith(values);
        }
    }

    private void Bound(double? from, double? to, bool edgeIsOut)
    {
        if (from > low || (from == low && edgeIsOut))
        {
            (low, lowIsOut) = (from.Value, edgeIsOut);
        }

        if (to < high || (to == high && edgeIsOut))
        {
            (high, highIsOut) = (to.Value, edgeIsOut);
        }
    }
}
