namespace LeadFilter.Cli.Sending;

/// <summary>A lead whose answer is not the expected one.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Vendor">The vendor.</param>
/// <param name="Expected">What the line expects; null if nothing, and the lead has no decision.</param>
/// <param name="Got">The code of the answer.</param>
/// <param name="Lead">The lead's id; null if it has none.</param>
internal sealed record SendDifference(long Line, string Vendor, string? Expected, string Got, string? Lead);
