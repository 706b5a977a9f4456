namespace LeadFilter.Core.Fields.Phones;

/// <summary>
/// A telephone number of the United States or Canada in any usual formatting. Canonical is E.164: <c>+14155550132</c>.
/// </summary>
/// <remarks>
/// Facts: the North American Numbering Plan: an area code in service, then an exchange of the form [2-9]XX, which for a number that
/// belongs to a place is not N11. Exchanges of 555 are possible, as in libphonenumber; whether a number is fictitious is a part.
/// </remarks>
public sealed class PhoneType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly PhoneType Instance = new();

    private const int CanonicalLength = 12;
    private const int NationalLength = 10;

    private PhoneType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "phone";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => PhoneParts.All;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        Span<char> room = stackalloc char[PhoneText.MostDigits];
        Span<char> extension = stackalloc char[PhoneText.MostExtensionDigits];
        var text = new PhoneText(room, extension);
        if (text.Read(raw) is { } unreadable)
        {
            return FieldValue.Invalid(raw, unreadable);
        }

        var digits = National(room[..text.Count], text.HasPlus, out var why);
        why ??= WhyImpossible(digits);
        return why is null ? Valid(raw, digits, extension[..text.ExtensionCount]) : FieldValue.Invalid(raw, why);
    }

    // The extension stands behind the canonical text, out of its sight, so that its part is a slice too.
    private static FieldValue Valid(string raw, ReadOnlySpan<char> national, ReadOnlySpan<char> extension)
    {
        if (extension.IsEmpty && raw.Length == CanonicalLength
            && raw.StartsWith("+1", StringComparison.Ordinal) && raw.AsSpan(2).SequenceEqual(national))
        {
            return FieldValue.Valid(raw, raw);
        }

        return FieldValue.Slice(raw, string.Concat("+1", national, extension), 0, CanonicalLength, extension.Length);
    }

    private static ReadOnlySpan<char> National(ReadOnlySpan<char> digits, bool hasPlus, out string? why)
    {
        why = null;
        if (hasPlus)
        {
            if (digits[0] != '1')
            {
                why = "country code is not 1";
            }

            digits = digits[1..];
        }
        else if (digits.Length > NationalLength && (digits.StartsWith("0111") || digits.StartsWith("001")))
        {
            digits = digits[(digits[1] == '1' ? 4 : 3)..];
        }

        // No area code begins with 1, so a 1 in front is the trunk prefix or the country code.
        if (digits is ['1', ..])
        {
            digits = digits[1..];
        }

        return digits;
    }

    private static string? WhyImpossible(ReadOnlySpan<char> national)
    {
        if (national.Length != NationalLength)
        {
            return national.Length < NationalLength ? "too short" : "too long";
        }

        var areaCode = PhoneParts.AreaCodeAt(national);
        if (areaCode is null)
        {
            return "area code not in service";
        }

        var exchange = national[3..6];
        return exchange[0] < '2' || (exchange is [_, '1', '1'] && areaCode.Type == AreaCode.Geographic) ? "exchange not possible" : null;
    }
}
