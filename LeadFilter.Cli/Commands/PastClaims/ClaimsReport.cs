using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>What came of an import of purchases; written as it is by <c>--json</c>.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Added">How many purchases are new.</param>
/// <param name="AlreadyThere">How many were there already.</param>
/// <param name="TooOld">How many are too old to count.</param>
/// <param name="Invalid">How many rows were passed over.</param>
/// <param name="UnknownVendor">How many rows name a vendor that the campaign does not have.</param>
/// <param name="Problems">The first of them.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record ClaimsReport(
    string Campaign,
    long Rows,
    long Added,
    long AlreadyThere,
    long TooOld,
    long Invalid,
    long UnknownVendor,
    IReadOnlyList<InvalidValue> Problems,
    double Seconds);
