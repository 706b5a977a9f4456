namespace LeadFilter.Pipeline.OptOuts;

/// <summary>Why an opt-out is not taken.</summary>
/// <param name="Code">The code, one of the constants here; they are public and stable (docs/opt-outs.md).</param>
/// <param name="Detail">What is wrong and what to do, in a sentence without any of what was sent but names of campaigns.</param>
public sealed record OptOutRefusal(string Code, string Detail)
{
    /// <summary>The record cannot be read at all.</summary>
    public const string Unreadable = "record_unreadable";

    /// <summary>It does not say whom it is about.</summary>
    public const string PersonNotSaid = "person_not_said";

    /// <summary>An address, a number or a hash cannot be read.</summary>
    public const string PersonUnreadable = "person_unreadable";

    /// <summary>It names a channel that is not known.</summary>
    public const string ChannelUnknown = "channel_unknown";

    /// <summary>It names a campaign that is not there.</summary>
    public const string CampaignUnknown = "campaign_unknown";

    /// <summary>The time cannot be read.</summary>
    public const string TimeUnreadable = "time_unreadable";

    /// <summary>It is said to be received in the future.</summary>
    public const string InFuture = "received_in_future";
}
