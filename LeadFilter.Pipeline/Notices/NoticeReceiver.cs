using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Notices;

/// <summary>Who gets a notice.</summary>
public sealed record NoticeReceiver
{
    /// <summary>The sort of vendors.</summary>
    public const string VendorSort = "vendor";

    /// <summary>The sort of systems that must learn of opt-outs.</summary>
    public const string TargetSort = "target";

    private NoticeReceiver(string sort, string id) => (Sort, Id) = (sort, id);

    /// <summary>What it is: <see cref="VendorSort"/> or <see cref="TargetSort"/>.</summary>
    public string Sort { get; }

    /// <summary>Its id among those of its sort.</summary>
    public string Id { get; }

    /// <summary>A vendor, at the address in its <c>notify</c>.</summary>
    /// <param name="id">Its id.</param>
    public static NoticeReceiver Vendor(VendorId id) => new(VendorSort, id.ToString());

    /// <summary>A system that must learn of opt-outs.</summary>
    /// <param name="id">Its id in the file of targets.</param>
    public static NoticeReceiver Target(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new(TargetSort, id);
    }

    /// <summary>The sort and the id, such as <c>vendor acme</c>.</summary>
    public override string ToString() => $"{Sort} {Id}";
}
