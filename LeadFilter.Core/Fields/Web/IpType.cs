using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Web;

/// <summary>
/// An IP address of version 4 or 6, perhaps with a port or in brackets. Canonical is the dotted form or that of RFC 5952;
/// a version 4 address within version 6 becomes version 4.
/// </summary>
public sealed class IpType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly IpType Instance = new();

    private const int PrivateBit = 0x10;
    private const int ReservedBit = 0x20;
    private const int VersionBits = 0xF;

    private static readonly IReadOnlyList<FieldPart> IpParts =
    [
        new("version", NumberType.Instance, "4 or 6.",
            static (in value, _) => FieldValue.OfNumber(value.Raw!, (int)value.Number & VersionBits)),
        new("private", BooleanType.Instance,
            "Whether it cannot be reached from the internet: private, loopback, link-local, carrier-grade NAT.",
            static (in value, _) => Flag(value, PrivateBit)),
        new("reserved", BooleanType.Instance, "Whether nobody can have it: documentation, multicast, benchmarks, unassigned.",
            static (in value, _) => Flag(value, ReservedBit)),
    ];

    private IpType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "ip";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => IpParts;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        if (!IpAddress.TryParse(WithoutPort(raw.AsSpan().Trim()), out var address))
        {
            return FieldValue.Invalid(raw, "not an IP address");
        }

        Span<char> canonical = stackalloc char[IpAddress.MaxCharacters];
        canonical = canonical[..address.Write(canonical)];
        var payload = address.Version | (address.IsPrivate ? PrivateBit : 0) | (address.IsReserved ? ReservedBit : 0);
        return FieldValue.Valid(raw, canonical.SequenceEqual(raw) ? raw : canonical.ToString(), payload);
    }

    private static FieldValue Flag(in FieldValue value, int bit) => FieldValue.OfNumber(value.Raw!, ((int)value.Number & bit) != 0 ? 1 : 0);

    // 203.0.113.7:443, [2001:db8::1]:443, [2001:db8::1]. A text that is none of them stays as it is.
    private static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> text)
    {
        var colon = text.LastIndexOf(':');
        if (text is ['[', ..])
        {
            var end = text.IndexOf(']');
            return end > 0 && (end == text.Length - 1 || (colon == end + 1 && IsPort(text[(colon + 1)..]))) ? text[1..end] : text;
        }

        return colon >= 0 && text.IndexOf(':') == colon && IsPort(text[(colon + 1)..]) ? text[..colon] : text;
    }

    private static bool IsPort(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 5 && AsciiDigits.IsAll(text) && int.Parse(text) <= 65_535;
}
