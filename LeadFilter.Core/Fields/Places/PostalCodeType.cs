using System.Buffers;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Places;

/// <summary>
/// A ZIP code of the United States or a postal code of Canada. Canonical is <c>94107</c>, <c>94107-1234</c> or <c>K1A 0B1</c>.
/// </summary>
public sealed class PostalCodeType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly PostalCodeType Instance = new();

    private const int MostCharacters = 9;

    private static readonly SearchValues<char> UnusedLetters = SearchValues.Create("DFIOQU");

    private PostalCodeType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "postal_code";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => PostalCodeParts.All;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        Span<char> code = stackalloc char[MostCharacters];
        var count = 0;
        var hyphen = -1;
        var letters = 0;
        foreach (var c in raw.AsSpan().Trim())
        {
            var digit = DecimalDigit.Of(c);
            if (digit >= 0 || char.IsAsciiLetter(c))
            {
                if (count == MostCharacters)
                {
                    return FieldValue.Invalid(raw, "too long");
                }

                letters += digit < 0 ? 1 : 0;
                code[count++] = digit >= 0 ? (char)('0' + digit) : char.ToUpperInvariant(c);
            }
            else if ((c is '-' or '\u2013' or '\u2014' || char.IsWhiteSpace(c)) && (hyphen < 0 || hyphen == count))
            {
                hyphen = count;
            }
            else
            {
                return FieldValue.Invalid(raw, "not a postal code");
            }
        }

        return letters == 0 ? ReadZip(raw, code[..count], hyphen) : ReadCanadian(raw, code[..count], hyphen);
    }

    // Spreadsheets take the leading zero off the codes of the north-east: 2139 is 02139.
    private static FieldValue ReadZip(string raw, ReadOnlySpan<char> digits, int hyphen)
    {
        var zipLength = hyphen >= 0 ? hyphen : digits.Length > 5 ? digits.Length - 4 : digits.Length;
        var plus4 = digits[zipLength..];
        if (zipLength is not (4 or 5) || plus4.Length is not (0 or 4))
        {
            return FieldValue.Invalid(raw, digits.Length < 4 ? "too short" : "not a postal code");
        }

        var zip = int.Parse(digits[..zipLength]);
        if (!ZipCodes.IsInUse(zip))
        {
            return FieldValue.Invalid(raw, "ZIP code not in use");
        }

        Span<char> canonical = stackalloc char[10];
        zip.TryFormat(canonical, out _, "00000");
        canonical[5] = '-';
        plus4.CopyTo(canonical[6..]);
        return Canonical(raw, canonical[..(plus4.IsEmpty || plus4.SequenceEqual("0000") ? 5 : 10)]);
    }

    private static FieldValue ReadCanadian(string raw, ReadOnlySpan<char> code, int hyphen)
    {
        if (code.Length != 6 || hyphen is not (-1 or 3))
        {
            return FieldValue.Invalid(raw, "not a postal code");
        }

        for (var i = 0; i < code.Length; i++)
        {
            if (char.IsAsciiDigit(code[i]) == (i % 2 == 0))
            {
                return FieldValue.Invalid(raw, "not a postal code");
            }
        }

        if (code.ContainsAny(UnusedLetters) || code[0] is 'W' or 'Z')
        {
            return FieldValue.Invalid(raw, "letter not used in postal codes");
        }

        return Canonical(raw, [code[0], code[1], code[2], ' ', code[3], code[4], code[5]]);
    }

    private static FieldValue Canonical(string raw, ReadOnlySpan<char> canonical) =>
        FieldValue.Valid(raw, canonical.SequenceEqual(raw) ? raw : canonical.ToString());
}
