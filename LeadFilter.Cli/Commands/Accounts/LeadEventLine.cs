namespace LeadFilter.Cli.Commands.Accounts;

/// <summary>An event after the purchase.</summary>
/// <param name="Event">What happened.</param>
/// <param name="At">When.</param>
internal sealed record LeadEventLine(string Event, DateTimeOffset At)
{
    /// <summary>What it is worth.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it.</summary>
    public string? By { get; init; }
}
