using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Upkeep;

/// <summary>How long the rows of a table are kept.</summary>
/// <param name="Table">The table.</param>
/// <param name="Reader">Begins a look at rows, with the campaigns as they are then.</param>
public sealed record RetentionRule(string Table, Func<Func<Row, DateTimeOffset?>> Reader)
{
    /// <summary>A rule that does not depend on campaigns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="endOf">From when on a row counts for nothing and is deleted; null for a row that stays.</param>
    public static RetentionRule Fixed(string table, Func<Row, DateTimeOffset?> endOf) => new(table, () => endOf);
}
