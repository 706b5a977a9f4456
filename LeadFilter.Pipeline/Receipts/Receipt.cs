using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Pipeline.Receipts;

/// <summary>
/// What is known of a submission: its first decision, and whether that is final. An open receipt belongs to the request
/// that holds its lease: that one may claim, enqueue and settle.
/// </summary>
/// <param name="Record">The decision: final, or what is intended as long as the receipt is open.</param>
/// <param name="IsFinal">Whether the vendor may be answered with it.</param>
/// <param name="IsMine">Whether this request made it, or took it over from one that died.</param>
/// <param name="Row">The row as it was last read or written.</param>
public sealed record Receipt(DecisionRecord Record, bool IsFinal, bool IsMine, Row Row);
