namespace LeadFilter.Pipeline.Ports;

/// <summary>A message, as sent and as received.</summary>
public sealed record QueueMessage
{
    /// <summary>The queue: one of <see cref="QueueNames.All"/>.</summary>
    public required string Queue { get; init; }

    /// <summary>The id by which a queue recognizes a repetition: at most 128 characters.</summary>
    public required string MessageId { get; init; }

    /// <summary>What it is about, such as <c>lead</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The body, UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When it becomes visible to receivers; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Properties for operators and routing, such as campaign, vendor and attempt; no personal data.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = Empty;

    private static readonly IReadOnlyDictionary<string, string> Empty = new Dictionary<string, string>();
}
