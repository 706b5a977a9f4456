namespace LeadFilter.Pipeline.Status;

/// <summary>What a campaign's leads wait for. It holds nothing of a person.</summary>
public sealed record CampaignDeliveries
{
    /// <summary>The campaign; it may be no more.</summary>
    public required string Campaign { get; init; }

    /// <summary>Scheme, host and port of its CRM, or a path on this filter; null if the campaign is no more.</summary>
    public string? Destination { get; init; }

    /// <summary>How many bought leads are not delivered yet.</summary>
    public required int Waiting { get; init; }

    /// <summary>When the oldest of them was received; null if none waits.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>When the first of them is to be tried, or was; null if none waits.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Why the latest of them was not delivered at its last try, as a code; null if none was tried.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Until when this process leaves the CRM alone, because too many calls failed; null if it does not, or does not deliver itself.
    /// </summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>How many bought leads were given up and stand among the dead letters.</summary>
    public required int DeadLetters { get; init; }
}
