namespace LeadFilter.Cli.Commands.Accounts;

/// <summary>What became of a bought lead.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Events">What happened, in order.</param>
internal sealed record LeadOutcomes(string Stage, IReadOnlyList<LeadEventLine> Events)
{
    /// <summary>What its conversions are worth.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why it is refused, lost or dead.</summary>
    public string? Reason { get; init; }
}
