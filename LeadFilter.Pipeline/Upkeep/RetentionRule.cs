using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Upkeep;

/// <summary>How long the rows of a table are kept.</summary>
/// <param name="Table">The table.</param>
/// <param name="EndOf">From when on a row counts for nothing and is deleted; null for a row that stays.</param>
public sealed record RetentionRule(string Table, Func<Row, DateTimeOffset?> EndOf);
