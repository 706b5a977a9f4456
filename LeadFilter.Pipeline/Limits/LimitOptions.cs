using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Limits;

/// <summary>
/// How much vendors may send, and how much is worked on at once. All limits hold for one process. <see cref="LimitSettings"/>
/// has their ranges.
/// </summary>
public sealed record LimitOptions
{
    /// <summary>The largest body of a lead where nothing else is said, in bytes.</summary>
    public const int DefaultMaxBodyBytes = 64 * 1024;

    private readonly int? maxPerVendor;

    /// <summary>How fast a vendor may send that has no rate of its own in <c>vendors.json</c>; null for as fast as it likes.</summary>
    public RequestRate? VendorRate { get; init; }

    /// <summary>How many requests of vendors are worked on at once.</summary>
    public int MaxInWork { get; init; } = 512;

    /// <summary>How many of those have a turn: all but those that wait for a third party.</summary>
    public int MaxActive { get; init; } = 64;

    /// <summary>
    /// How many requests of one vendor may be in work or waiting; half of <see cref="MaxInWork"/> if it is
    /// not set.
    /// </summary>
    public int MaxPerVendor
    {
        get => maxPerVendor ?? Math.Max(1, MaxInWork / 2);
        init => maxPerVendor = value;
    }

    /// <summary>How many requests may wait until another is done.</summary>
    public int MaxWaiting { get; init; } = 512;

    /// <summary>How long a request may wait for that.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest body of a lead, in bytes.</summary>
    public int MaxBodyBytes { get; init; } = DefaultMaxBodyBytes;

    /// <summary>The most fields of a lead, known or not.</summary>
    public int MaxFields { get; init; } = LeadDraft.DefaultMaxFields;
}
