namespace LeadFilter.TeamProgram.Storage;

/// <summary>What was decided about a lead.</summary>
public sealed class Decision
{
    public Guid Id { get; set; }

    public required string Campaign { get; set; }

    public required string Vendor { get; set; }

    public string? Source { get; set; }

    /// <summary>In milliseconds since 1970: SQLite compares numbers, but no times with zones.</summary>
    public long ReceivedAt { get; set; }

    public bool IsBought { get; set; }

    /// <summary>The reason codes, with commas between them; null for a bought lead.</summary>
    public string? Reasons { get; set; }

    public decimal Price { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }
}
