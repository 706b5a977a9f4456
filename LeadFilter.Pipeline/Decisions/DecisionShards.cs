namespace LeadFilter.Pipeline.Decisions;

/// <summary>
/// Into how many partitions the decisions about a vendor's leads of one hour go. A store that bounds what a partition takes
/// (Table Storage: 2,000 entities a second) needs several for a busy vendor; reading an hour asks each.
/// </summary>
/// <param name="Count">How many: 1 to 256. Readers learn it from the log, so it may change at any time.</param>
public sealed record DecisionShards(int Count)
{
    /// <summary>One: for a store without such a bound.</summary>
    public static DecisionShards One { get; } = new(1);

    /// <summary>Eight: 14,000 decisions a second about the leads of one vendor on Table Storage.</summary>
    public static DecisionShards Eight { get; } = new(8);
}
