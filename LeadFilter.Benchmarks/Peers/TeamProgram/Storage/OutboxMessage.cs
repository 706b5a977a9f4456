namespace LeadFilter.TeamProgram.Storage;

/// <summary>A bought lead on its way to the CRM.</summary>
public sealed class OutboxMessage
{
    public long Id { get; set; }

    public Guid LeadId { get; set; }

    public required string Body { get; set; }

    public int Attempts { get; set; }

    /// <summary>In milliseconds since 1970.</summary>
    public long DueAt { get; set; }

    /// <summary>In milliseconds since 1970; null until the CRM has taken it.</summary>
    public long? SentAt { get; set; }
}
