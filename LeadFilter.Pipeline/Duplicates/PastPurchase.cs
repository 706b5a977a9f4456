using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>A lead that was bought before this filter was.</summary>
/// <param name="Line">Where it stands, for messages.</param>
/// <param name="Id">Its id; null if it never had one of this form: then one is made of the person and the date, the same each time.</param>
/// <param name="Vendor">Who sold it; null if nobody knows.</param>
/// <param name="Lead">The lead, received when it was bought.</param>
public sealed record PastPurchase(long Line, LeadId? Id, VendorId? Vendor, Lead Lead)
{
    /// <summary>Whether somebody is named as its vendor, perhaps by a name that is not an id.</summary>
    public bool NamesVendor { get; init; }

    /// <summary>Not the lead.</summary>
    public override string ToString() => $"(line {Line})";
}
