using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Suppression;

/// <summary>What of a lead a suppression list is asked for.</summary>
/// <param name="Kind">The kind of entries that it can match.</param>
/// <param name="Path">Its name in the campaign file: a field, a part, or <c>address</c>.</param>
/// <param name="Operand">The field or part; null for the address.</param>
public sealed record SuppressionSource(SuppressionKind Kind, string Path, FieldOperand? Operand)
{
    /// <summary>
    /// The word for street and postal code together: the fields <c>address_1</c>, <c>address_2</c> and <c>postal_code</c>.
    /// </summary>
    public const string Address = "address";

    /// <summary>Whom a lead means by it.</summary>
    /// <param name="lead">The lead.</param>
    /// <returns>Null if the lead does not say, or nothing valid.</returns>
    public SuppressionIdentity? Read(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        if (Operand is null)
        {
            var (street, flat, code) = (lead.Find("address_1"), lead.Find("address_2"), lead.Find("postal_code"));
            return street.IsValid && code.IsValid
                ? SuppressionIdentity.OfAddress($"{street.TextString} {flat.TextString}", in code)
                : null;
        }

        var value = Operand.Read(lead);
        return !value.IsValid ? null : Kind switch
        {
            SuppressionKind.Email => SuppressionIdentity.OfEmail(in value),
            SuppressionKind.Phone => SuppressionIdentity.OfPhone(in value),
            _ => SuppressionIdentity.OfHost(value.Text),
        };
    }
}
