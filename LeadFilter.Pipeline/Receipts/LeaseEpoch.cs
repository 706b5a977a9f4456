namespace LeadFilter.Pipeline.Receipts;

/// <summary>
/// For a host that is the only one on its tables: whoever took a lease before its start is no more, and a vendor's resend
/// need not wait for the end of that lease. A host that is one of several has none.
/// </summary>
/// <param name="Start">When the host started.</param>
public sealed record LeaseEpoch(DateTimeOffset Start);
