namespace LeadFilter.Pipeline.Notices;

/// <summary>Something to tell an outsider: a vendor of what became of its lead, or a system of an opt-out.</summary>
public sealed record Notice
{
    /// <summary>The most characters of an id.</summary>
    public const int MaxIdLength = 100;

    /// <summary>The end of a notice that is tried until it arrives.</summary>
    public static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    /// <summary>
    /// The id: 1 to <see cref="MaxIdLength"/> ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>:</c>. The receiver gets it as
    /// idempotency key. A second notice with the same id is swallowed by the queue for 24 hours, so it is made of what the notice is about,
    /// such as <c>return-ID-accepted</c>, and not by chance.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What it is about, as a code in snake_case, such as <c>return</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who gets it.</summary>
    public required NoticeReceiver To { get; init; }

    /// <summary>When it was made; later tries go by it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// What is told: one JSON object in UTF-8. A vendor gets it as <c>data</c> of the body, see docs/notices.md. It holds nothing of a
    /// person, unless the receiver is a target.
    /// </summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>When the last try is made; <see cref="Never"/> if none is. Null: 24 hours after it was made.</summary>
    public DateTimeOffset? GiveUpAt { get; init; }
}
