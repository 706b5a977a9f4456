using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>Finds what campaigns refer to.</summary>
public static class FieldOperands
{
    /// <summary>
    /// Finds what a campaign refers to: a field, a part of one (<c>email.domain</c>), a part by its short name
    /// (<see cref="StandardFields.Shorthands"/>), a fact about the whole lead (<see cref="LeadFacts"/>), or when it was received
    /// (<see cref="ReceiptTime"/>).
    /// </summary>
    /// <param name="layout">The campaign's fields.</param>
    /// <param name="path">The name.</param>
    /// <param name="operand">The field, part or fact.</param>
    public static bool TryResolve(this FieldLayout layout, string path, [NotNullWhen(true)] out FieldOperand? operand)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(path);
        if (ReceiptTime.In(layout, path) is { } receipt)
        {
            operand = receipt;
            return true;
        }

        if (!LeadFacts.TryFind(path, out var fact) || layout.TryFind(path, out _) || layout.TryFindLookedUp(path, out _))
        {
            return layout.TryResolveField(path, out operand);
        }

        operand = fact.In(layout);
        return operand is not null;
    }
}
