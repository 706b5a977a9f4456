using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Capacity;

/// <summary>What a cap tells its counters by.</summary>
/// <param name="Name">Its name: <see cref="Vendor"/>, <see cref="Source"/>, or that of a field, part or fact.</param>
/// <param name="Field">The field, part or fact; null for the vendor and the source.</param>
public sealed record CapKey(string Name, FieldOperand? Field)
{
    /// <summary>The vendor.</summary>
    public static readonly CapKey Vendor = new("vendor", null);

    /// <summary>The vendor's source.</summary>
    public static readonly CapKey Source = new("source", null);
}
