using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>What a lead's names say together.</summary>
internal static class NameFacts
{
    /// <summary>The facts.</summary>
    public static readonly IReadOnlyList<LeadFact> All =
    [
        new("name.same", "Whether first_name and last_name are the same.", ["first_name", "last_name"], AreSame),
    ];

    private static bool? AreSame(Lead lead, ReadOnlySpan<FieldOperand> names)
    {
        var (first, last) = (names[0].Read(lead), names[1].Read(lead));
        return first.IsValid && last.IsValid ? first.Text.Equals(last.Text, StringComparison.OrdinalIgnoreCase) : null;
    }
}
