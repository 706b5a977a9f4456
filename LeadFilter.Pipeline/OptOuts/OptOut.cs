using LeadFilter.Core.Campaigns;
using LeadFilter.Core.OptOuts;

namespace LeadFilter.Pipeline.OptOuts;

/// <summary>An opt-out as it is kept.</summary>
/// <param name="Id">Its id: 32 hex digits.</param>
public sealed record OptOut(string Id)
{
    /// <summary>Whom it is about.</summary>
    public required IReadOnlyList<OptOutPerson> Persons { get; init; }

    /// <summary>By which channels the person does not want to be contacted.</summary>
    public required ContactChannels Channels { get; init; }

    /// <summary>By which campaigns; none for all.</summary>
    public IReadOnlyList<CampaignId> Scope { get; init; } = [];

    /// <summary>When the person said so; the time of the request if that was not told.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>From when on it holds: when it was acknowledged first.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it ends and is deleted.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How the person said so, as a code; null if that was not told.</summary>
    public string? How { get; init; }

    /// <summary>The caller's id of the request, or its hash; null if there is none.</summary>
    public string? RequestId { get; init; }
}
