namespace LeadFilter.Cli.Sending;

/// <summary>How many of a vendor's leads had one outcome.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Code">The code: see <see cref="LeadAnswer.Code"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">Of the vendor's leads, from 0 to 1.</param>
internal sealed record OutcomeCount(string Vendor, AnswerKind Outcome, string Code, long Count, double Share);
