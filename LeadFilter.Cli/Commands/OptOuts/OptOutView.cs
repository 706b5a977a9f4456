namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary>An opt-out, as a filter gives it.</summary>
internal sealed record OptOutView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Whom it is about.</summary>
    public required IReadOnlyList<OptOutPerson> Persons { get; init; }

    /// <summary>The channels.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>The campaigns, or <c>all</c>.</summary>
    public required IReadOnlyList<string> Scope { get; init; }

    /// <summary>When the person said so.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>From when on it holds.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>How the person said so; null if that is not known.</summary>
    public string? How { get; init; }

    /// <summary>The caller's id of the request; null if there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Which systems have learned of it; null if that is not told.</summary>
    public IReadOnlyList<LearnedTarget>? Targets { get; init; }
}
