namespace LeadFilter.Core.Targets;

/// <summary>All systems that must learn of every opt-out.</summary>
/// <param name="all">The targets; their ids differ.</param>
/// <param name="zone">The time zone in which business days begin and end.</param>
public sealed class OptOutTargets(IReadOnlyList<OptOutTarget> all, TimeZoneInfo zone)
{
    /// <summary>None.</summary>
    public static readonly OptOutTargets Empty = new([], TimeZoneInfo.Utc);

    /// <summary>All of them, by their order in the file.</summary>
    public IReadOnlyList<OptOutTarget> All { get; } = all;

    /// <summary>The time zone in which business days begin and end.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>Finds a target; null if there is none of this id.</summary>
    /// <param name="id">Its id.</param>
    public OptOutTarget? Find(string id) => All.FirstOrDefault(target => target.Id == id);
}
