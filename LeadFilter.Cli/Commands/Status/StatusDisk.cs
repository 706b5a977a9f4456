namespace LeadFilter.Cli.Commands.Status;

/// <summary>The room on the disk.</summary>
/// <param name="Free">How many bytes are free.</param>
/// <param name="Total">How many bytes it holds.</param>
internal sealed record StatusDisk(long Free, long Total);
