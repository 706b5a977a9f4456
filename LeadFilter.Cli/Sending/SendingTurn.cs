namespace LeadFilter.Cli.Sending;

/// <summary>A lead whose turn it is.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Lead">The lead.</param>
internal readonly record struct SendingTurn(SendingGroup Group, LeadLine Lead);
