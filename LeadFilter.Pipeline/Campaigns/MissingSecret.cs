namespace LeadFilter.Pipeline.Campaigns;

/// <summary>A secret that is needed and not set. One of campaign, vendor and target says who needs it.</summary>
/// <param name="Setting">The setting's name.</param>
public sealed record MissingSecret(string Setting)
{
    /// <summary>The campaign that needs it; null if something else does.</summary>
    public string? Campaign { get; init; }

    /// <summary>Of a campaign: the look-up that sends it; null for the delivery, which signs with it.</summary>
    public string? Lookup { get; init; }

    /// <summary>The vendor whose notices are signed with it; null if something else needs it.</summary>
    public string? Vendor { get; init; }

    /// <summary>The system, to be told of opt-outs, that needs it; null if something else does.</summary>
    public string? Target { get; init; }
}
