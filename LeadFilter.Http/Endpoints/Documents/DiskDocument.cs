namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>The room on the disk that holds the data.</summary>
/// <param name="Free">How many bytes may still be written.</param>
/// <param name="Total">How many bytes it holds.</param>
internal sealed record DiskDocument(long Free, long Total);
