using LeadFilter.Core.Campaigns;
using LeadFilter.Core.OptOuts;

namespace LeadFilter.Pipeline.OptOuts;

/// <summary>An opt-out as it was told.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Refusal">Why it is not taken; null if it could be read.</param>
public sealed record ToldOptOut(long Line, OptOutRefusal? Refusal = null)
{
    /// <summary>Whom it is about.</summary>
    public IReadOnlyList<OptOutPerson> Persons { get; init; } = [];

    /// <summary>By which channels the person does not want to be contacted.</summary>
    public ContactChannels Channels { get; init; } = ContactChannels.All;

    /// <summary>By which campaigns, in the order of their ids; none for all.</summary>
    public IReadOnlyList<CampaignId> Scope { get; init; } = [];

    /// <summary>When the person said so; null if that was not told.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>How the person said so, as a code; null if that was not told.</summary>
    public string? How { get; init; }

    /// <summary>The caller's id of the request, or its hash; null if there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>One that cannot be taken.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="code">Why, as a code of <see cref="OptOutRefusal"/>.</param>
    /// <param name="detail">Why, in a sentence.</param>
    public static ToldOptOut Refused(long line, string code, string detail) => new(line, new OptOutRefusal(code, detail));
}
