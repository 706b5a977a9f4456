namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary>A page of opt-outs, as a filter gives it.</summary>
internal sealed record OptOutPage
{
    /// <summary>The opt-outs.</summary>
    public required IReadOnlyList<OptOutView> OptOuts { get; init; }

    /// <summary>Where to go on; null after the last page.</summary>
    public string? Next { get; init; }
}
