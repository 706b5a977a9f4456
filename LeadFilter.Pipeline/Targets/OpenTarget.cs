using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Targets;

/// <summary>A target that has yet to learn of an opt-out.</summary>
/// <param name="OptOut">The opt-out's id.</param>
/// <param name="Target">The target's id.</param>
/// <param name="ReceivedAt">When the opt-out was received.</param>
/// <param name="Row">The row that says so, as it was read.</param>
internal sealed record OpenTarget(string OptOut, string Target, DateTimeOffset ReceivedAt, Row Row);
