using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>What came of values that were put on a list; written as it is by <c>--json</c>.</summary>
/// <param name="List">The list.</param>
/// <param name="Added">How many are new.</param>
/// <param name="Renewed">How many were there with another end.</param>
/// <param name="AlreadyThere">How many were there already.</param>
/// <param name="Invalid">How many were passed over.</param>
/// <param name="Problems">The first of them.</param>
internal sealed record AddReport(
    string List, long Added, long Renewed, long AlreadyThere, long Invalid, IReadOnlyList<InvalidValue> Problems);
