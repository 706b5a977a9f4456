using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>What came of values that were taken off a list; written as it is by <c>--json</c>.</summary>
/// <param name="List">The list.</param>
/// <param name="Removed">How many were taken off.</param>
/// <param name="NotThere">How many were not there.</param>
/// <param name="Invalid">How many were passed over.</param>
/// <param name="Problems">The first of them.</param>
internal sealed record RemoveReport(string List, long Removed, long NotThere, long Invalid, IReadOnlyList<InvalidValue> Problems);
