using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>What came of an import into a list; written as it is by <c>--json</c>.</summary>
/// <param name="List">The list.</param>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Added">How many values are new.</param>
/// <param name="Renewed">How many were there with another end.</param>
/// <param name="AlreadyThere">How many were there already.</param>
/// <param name="Invalid">How many were passed over.</param>
/// <param name="Problems">The first of them.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record ImportReport(
    string List,
    long Rows,
    long Added,
    long Renewed,
    long AlreadyThere,
    long Invalid,
    IReadOnlyList<InvalidValue> Problems,
    double Seconds);
