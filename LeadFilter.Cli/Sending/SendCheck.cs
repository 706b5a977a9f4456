namespace LeadFilter.Cli.Sending;

/// <summary>The comparison of answers with what the lines expect.</summary>
/// <param name="Compared">How many lines expect something.</param>
/// <param name="Differing">How many leads have another answer or no decision.</param>
/// <param name="Differences">The first of them to come, by line; at most <see cref="SendTally.MaxShown"/>.</param>
internal sealed record SendCheck(long Compared, long Differing, IReadOnlyList<SendDifference> Differences);
