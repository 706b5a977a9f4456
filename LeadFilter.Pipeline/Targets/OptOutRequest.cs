namespace LeadFilter.Pipeline.Targets;

/// <summary>An opt-out, as targets are told of it. No record: a record's text would show the person.</summary>
public sealed class OptOutRequest
{
    /// <summary>The most characters of an id.</summary>
    public const int MaxIdLength = 50;

    /// <summary>Its id: 1 to <see cref="MaxIdLength"/> ASCII letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string Id { get; init; }

    /// <summary>When the person's word was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The channels: words such as <c>call</c>, <c>text</c>, <c>email</c>, <c>all</c>.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>The e-mail address in its canonical form; null if it is not known.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number as E.164; null if it is not known.</summary>
    public string? Phone { get; init; }

    /// <summary>The SHA-256 of the e-mail address, as 64 hex digits; null if there is none.</summary>
    public string? EmailSha256 { get; init; }

    /// <summary>The SHA-256 of the telephone number, as 64 hex digits; null if there is none.</summary>
    public string? PhoneSha256 { get; init; }
}
