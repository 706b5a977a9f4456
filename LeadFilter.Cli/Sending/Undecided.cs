namespace LeadFilter.Cli.Sending;

/// <summary>A lead that has no decision, as an example for all of its vendor and code.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Vendor">The vendor.</param>
/// <param name="Code">The code: see <see cref="LeadAnswer.Code"/>.</param>
/// <param name="Detail">The filter's words.</param>
internal sealed record Undecided(long Line, string Vendor, string Code, string? Detail);
