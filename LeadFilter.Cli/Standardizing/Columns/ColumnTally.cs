using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing.Columns;

/// <summary>Standardises the values of a column and counts what came of them. Used by one thread at a time.</summary>
/// <param name="column">The column's name as the file has it.</param>
/// <param name="held">The field that it holds.</param>
internal sealed class ColumnTally(string column, FieldDefinition held)
{
    private readonly Dictionary<string, long> reasons = [];
    private long unchanged;
    private long mended;
    private long blank;

    /// <summary>How its values are written.</summary>
    public ValueKind Kind => held.Type.Kind;

    /// <summary>Standardises a value and counts it.</summary>
    /// <param name="raw">The text as the file has it.</param>
    /// <returns>The canonical text where it differs; null if the value stays as it is, because it is canonical, blank or invalid.</returns>
    public string? Mend(string raw)
    {
        var value = held.Type.Standardize(raw);
        switch (value.Validity)
        {
            case Validity.Valid:
                var canonical = held.Type.CanonicalText(value);
                if (canonical != raw)
                {
                    mended++;
                    return canonical;
                }

                unchanged++;
                return null;
            case Validity.Invalid:
                CountInvalid(value.Why!);
                return null;
            default:
                CountBlank();
                return null;
        }
    }

    /// <summary>Counts a value that holds nothing.</summary>
    public void CountBlank() => blank++;

    /// <summary>Counts a value that its type cannot read.</summary>
    /// <param name="why">Why, without the value.</param>
    public void CountInvalid(string why) => reasons[why] = reasons.GetValueOrDefault(why) + 1;

    /// <summary>Adds the counts of another part of the same column.</summary>
    /// <param name="other">The other part.</param>
    public void Add(ColumnTally other)
    {
        unchanged += other.unchanged;
        mended += other.mended;
        blank += other.blank;
        foreach (var (why, count) in other.reasons)
        {
            reasons[why] = reasons.GetValueOrDefault(why) + count;
        }
    }

    /// <summary>The counts so far.</summary>
    public ColumnReport Report()
    {
        var invalid = reasons.Values.Sum();
        return new()
        {
            Column = column,
            Field = held.Name,
            Rows = unchanged + mended + blank + invalid,
            Unchanged = unchanged,
            Mended = mended,
            Blank = blank,
            Invalid = invalid,
            Reasons = [.. reasons
                .OrderByDescending(reason => reason.Value)
                .ThenBy(reason => reason.Key, StringComparer.Ordinal)
                .Select(reason => new ReasonCount(reason.Key, reason.Value))],
        };
    }
}
