namespace LeadFilter.Pipeline.Ports;

/// <summary>The room on the disk that holds the data.</summary>
/// <param name="Free">How many bytes the filter may still write.</param>
/// <param name="Total">How many bytes the disk holds.</param>
public sealed record DiskSpace(long Free, long Total);
