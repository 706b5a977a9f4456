using System.Buffers;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>The id in a certificate's address, <c>https://cert.trustedform.com/ID</c>: all that is taken from what a vendor sent.</summary>
internal static class TrustedFormCertificate
{
    private const string Beginning = "https://cert.trustedform.com/";
    private const int MaxCharacters = 255;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>The part of a web address that is the id; missing in an address that is not TrustedForm's.</summary>
    /// <param name="address">The field with the address.</param>
    public static FieldOperand Of(FieldOperand address) => address with
    {
        Path = $"{address.Path}.certificate",
        Type = StringType.Instance,
        Part = new("certificate", StringType.Instance, "The id of a TrustedForm certificate.", (in whole, receivedAt) =>
            Read(address.Part is null ? whole : address.Part.Read(in whole, receivedAt))),
    };

    private static FieldValue Read(in FieldValue address)
    {
        // The canonical form: scheme and host in lower case, no default port, no fragment.
        if (!address.Text.StartsWith(Beginning))
        {
            return FieldValue.Missing;
        }

        var rest = address.Text[Beginning.Length..];
        var end = rest.IndexOf('?');
        var id = (end < 0 ? rest : rest[..end]).TrimEnd('/');
        return id.Length is > 0 and <= MaxCharacters && !id.ContainsAnyExcept(IdCharacters)
            ? address.Part(Beginning.Length, id.Length)
            : FieldValue.Missing;
    }
}
