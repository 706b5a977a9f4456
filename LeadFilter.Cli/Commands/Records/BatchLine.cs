namespace LeadFilter.Cli.Commands.Records;

/// <summary>What became of one record of a batch.</summary>
/// <param name="Line">Its place in the batch, from 1.</param>
/// <param name="Code">Why it is not taken, as a code; null if it is.</param>
/// <param name="Detail">Why it is not taken, in a sentence; null if it is.</param>
internal sealed record BatchLine(long Line, string? Code, string? Detail);
