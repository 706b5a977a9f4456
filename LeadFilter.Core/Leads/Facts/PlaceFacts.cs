using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>Whether what a lead says of its place agrees.</summary>
internal static class PlaceFacts
{
    /// <summary>The facts.</summary>
    public static readonly IReadOnlyList<LeadFact> All =
    [
        new("mismatch.zip_state", "Whether the postal code lies in another state than the one named.", ["postal_code.state", "state"], Differ),
        new("mismatch.phone_state", "Whether the area code of phone_1 belongs to another state than the one named.", ["phone_1.state", "state"], Differ),
        new("mismatch.phone_zip", "Whether the area code of phone_1 belongs to another state than the postal code.", ["phone_1.state", "postal_code.state"], Differ),
    ];

    private static bool? Differ(Lead lead, ReadOnlySpan<FieldOperand> operands)
    {
        var (one, other) = (operands[0].Read(lead), operands[1].Read(lead));
        return one.IsValid && other.IsValid ? !one.Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase) : null;
    }
}
