using System.Buffers;

namespace LeadFilter.Core.Fields.Web;

/// <summary>
/// The address of a TrustedForm certificate: <c>https://cert.trustedform.com/ID</c>, or <c>https://ping.trustedform.com/ID</c> for one
/// that tells nothing of the person yet. The id of a web form is 40 hex digits, in lower case here; those of apps and of Facebook's
/// forms, and most of pings, are 41 to 255 letters, digits, <c>-</c>, <c>_</c> and <c>.</c> (ActiveProspect's trustedform-cert-id).
/// Canonical: https, without query, fragment and slash at the end, so that one certificate is one text.
/// </summary>
public sealed class TrustedFormType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly TrustedFormType Instance = new();

    private const int WebIdLength = 40;
    private const int MaxIdLength = 255;
    private const string Scheme = "https://";
    private const string CertificateHost = "cert.trustedform.com";
    private const string PingHost = "ping.trustedform.com";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private static readonly SearchValues<char> PingIdCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private static readonly IReadOnlyList<FieldPart> CertificateParts =
    [
        new("id", StringType.Instance, "The certificate's id.", static (in value, _) => value.Part(IdStart, value.Text.Length - IdStart)),
        new("host", StringType.Instance, "cert.trustedform.com or ping.trustedform.com.",
            static (in value, _) => value.Part(Scheme.Length, CertificateHost.Length)),
    ];

    private TrustedFormType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "trustedform";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => CertificateParts;

    private static int IdStart => Scheme.Length + CertificateHost.Length + 1;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var address = UrlType.Instance.Standardize(raw);
        if (!address.IsValid)
        {
            return FieldValue.Invalid(raw, address.Why ?? "not an address");
        }

        var isPing = address.Text.StartsWith(Scheme + PingHost + "/");
        if (!isPing && !address.Text.StartsWith(Scheme + CertificateHost + "/"))
        {
            return FieldValue.Invalid(raw, "not an address of TrustedForm");
        }

        var id = address.Text[IdStart..];
        var query = id.IndexOf('?');
        id = (query < 0 ? id : id[..query]).TrimEnd('/');
        var isWeb = id.Length == WebIdLength && !id.ContainsAnyExcept(HexDigits);
        return !isWeb
            && (id.Length is <= WebIdLength or > MaxIdLength || id.ContainsAnyExcept(isPing ? PingIdCharacters : IdCharacters))
            ? FieldValue.Invalid(raw, "not the id of a certificate")
            : Canonical(raw, isPing ? PingHost : CertificateHost, id, isWeb);
    }

    private static FieldValue Canonical(string raw, string host, ReadOnlySpan<char> id, bool isWeb)
    {
        Span<char> text = stackalloc char[IdStart + id.Length];
        text.TryWrite($"{Scheme}{host}/{id}", out _);
        if (isWeb)
        {
            id.ToLowerInvariant(text[IdStart..]);
        }

        return raw.AsSpan().SequenceEqual(text) ? FieldValue.Valid(raw, raw) : FieldValue.Valid(raw, text.ToString());
    }
}
