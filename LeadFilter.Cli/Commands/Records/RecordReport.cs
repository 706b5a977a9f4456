using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Cli.Commands.Records;

/// <summary>What came of an import of records; written as it is by <c>--json</c>.</summary>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Counted">How many count from now on; with <c>--dry-run</c>, how many could.</param>
/// <param name="Known">How many were counted before.</param>
/// <param name="Refused">How many are not taken.</param>
/// <param name="IsDryRun">Whether nothing was counted, since only a trial was asked for.</param>
/// <param name="Problems">The first that are not taken.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record RecordReport(
    long Rows, long Counted, long Known, long Refused, bool IsDryRun, IReadOnlyList<InvalidValue> Problems, double Seconds);
