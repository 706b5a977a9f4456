namespace LeadFilter.Benchmarks.Refusals;

/// <summary>How fast answers of one kind were.</summary>
/// <param name="Load">What went on meanwhile: <c>idle</c> or <c>overloaded</c>.</param>
/// <param name="From">Who sent: <c>stranger</c> (a wrong key), <c>limited</c> (a vendor beyond its rate) or <c>vendor</c> (good
/// leads).</param>
/// <param name="Status">The status.</param>
/// <param name="Requests">How many there were.</param>
/// <param name="P50">Half of them took no longer, in milliseconds.</param>
/// <param name="P99">99 % of them.</param>
/// <param name="Max">All.</param>
internal sealed record RefusalRun(string Load, string From, int Status, long Requests, double P50, double P99, double Max);
