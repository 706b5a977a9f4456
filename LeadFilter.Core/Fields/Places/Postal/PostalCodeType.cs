using System.Buffers;
using System.Collections.Concurrent;

namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>
/// A postal code: of the United States, Canada and the United Kingdom by their own rules; of Australia and most other countries where the
/// campaign's region is theirs or the code begins with the country. Canonical is <c>94107</c>, <c>94107-1234</c>, <c>K1A 0B1</c>,
/// <c>SW1A 1AA</c>, or <c>DE-10115</c> for a code that would mean another place without its country.
/// </summary>
/// <remarks>The payload of a value is its <see cref="PostalSystem"/>.</remarks>
public sealed class PostalCodeType : FieldType
{
    private const string Australia = "AU";
    private const string NoCode = "not a postal code";

    private const int ZipLength = 5;
    private const int CountryLength = 3;
    private const int MaxCharactersWithCountry = 48;
    private const int MaxCharacters = CountryLength + 10;

    private static readonly SearchValues<char> UnusedLetters = SearchValues.Create("DFIOQU");
    private static readonly ConcurrentDictionary<string, PostalCodeType> ByRegion = new(StringComparer.OrdinalIgnoreCase);

    private readonly string region;
    private readonly bool hasOwnShapes;

    private PostalCodeType(string region)
    {
        this.region = region;
        hasOwnShapes = region != Locale.DefaultRegion;
        Parts = PostalCodeParts.For(region);
    }

    /// <summary>The type where five digits are a ZIP code.</summary>
    public static PostalCodeType Instance { get; } = new(Locale.DefaultRegion);

    /// <inheritdoc/>
    public override string Name => "postal_code";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts { get; }

    /// <summary>The type for a region, whose codes need no country before them. There is one for each region.</summary>
    /// <param name="region">Two letters of ISO 3166, in either case.</param>
    public static PostalCodeType For(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Australia.Equals(region, StringComparison.OrdinalIgnoreCase) || PostalShapes.Has(region.ToUpperInvariant())
            ? ByRegion.GetOrAdd(region, static name => new(name.ToUpperInvariant()))
            : Instance;
    }

    /// <inheritdoc/>
    public override FieldType In(Locale locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        return For(locale.Region);
    }

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var trimmed = raw.AsSpan().Trim();
        var value = Read(raw, trimmed);

        // 94107 USA.
        return !value.IsValid && trimmed.Length <= MaxCharactersWithCountry
            && PostalCountry.StartIn(trimmed, out var country) is > 0 and var end
            && Read(raw, $"{country}{trimmed[..end]}") is { IsValid: true } found
            ? found
            : value;
    }

    private FieldValue Read(string raw, ReadOnlySpan<char> sought)
    {
        var text = new PostalText(stackalloc char[PostalText.MaxCharacters]);
        if (text.Read(sought) is { } unreadable)
        {
            return FieldValue.Invalid(raw, unreadable);
        }

        Span<char> room = stackalloc char[MaxCharacters];
        var body = room[CountryLength..];
        if (ReadHome(text.Code, body) is > 0 and var length)
        {
            return Canonical(raw, body[..length], region == Australia ? PostalSystem.Australian : PostalSystem.Other);
        }

        if (text.Letters == 0)
        {
            // The region settles what digits alone mean: 90210 is no code of Austria, and not Beverly Hills there. ZIP+4 is nobody else's.
            var isForeign = hasOwnShapes && text.Gap != ZipLength;
            return ReadZip(text, body, out length) is { } whyNoZip ? FieldValue.Invalid(raw, whyNoZip)
                : isForeign ? FieldValue.Invalid(raw, NoCode)
                : Foreign(raw, Locale.DefaultRegion, room, length, PostalSystem.American);
        }

        if (!hasOwnShapes && text.WriteNoughts() && ReadZip(text, body, out length) is null)
        {
            return Foreign(raw, Locale.DefaultRegion, room, length, PostalSystem.American);
        }

        if (BritishCodes.Write(text.Code, body) is > 0 and var british)
        {
            return Foreign(raw, "GB", room, british, PostalSystem.British);
        }

        var whyNotCanadian = ReadCanadian(text.Code, body);
        return whyNotCanadian is null ? Foreign(raw, "CA", room, length: 7, PostalSystem.Canadian)
            : ReadWithCountry(raw, text, room) is { } value ? value
            : FieldValue.Invalid(raw, whyNotCanadian);
    }

    // A code of the campaign's own region; 0 if it is none. Spreadsheets take the leading zero off: 1067 is 01067, 800 is 0800.
    private int ReadHome(ReadOnlySpan<char> code, Span<char> body)
    {
        if (!hasOwnShapes)
        {
            return 0;
        }

        var length = Write(code, region, body);
        return length > 0 || code.Length != (region == Australia ? 3 : 4) ? length : Write(['0', .. code], region, body);
    }

    private static int Write(ReadOnlySpan<char> code, ReadOnlySpan<char> country, Span<char> body)
    {
        if (country is not Australia)
        {
            return PostalShapes.Write(code, country, body);
        }

        if (code.Length != 4 || code.ContainsAnyExceptInRange('0', '9') || !AustralianCodes.IsInUse(int.Parse(code)))
        {
            return 0;
        }

        code.CopyTo(body);
        return 4;
    }

    // Spreadsheets take the leading zero off the codes of the north-east: 2139 is 02139.
    private static string? ReadZip(PostalText text, Span<char> body, out int length)
    {
        length = 0;
        var digits = text.Code;
        if (digits.Length > 9)
        {
            return "too long";
        }

        var gap = text.Gap;
        var zipLength = gap != -1 ? gap : digits.Length > 5 ? digits.Length - 4 : digits.Length;
        if (digits.Length == 3 && gap == -1 && PuertoRicanCodes.IsInUse(int.Parse(digits)))
        {
            zipLength = digits.Length;
        }
        else if (zipLength is not (4 or 5) || zipLength > digits.Length || digits.Length - zipLength is not (0 or 4))
        {
            return digits.Length < 4 ? "too short" : NoCode;
        }

        var plus4 = digits[zipLength..];
        var zip = int.Parse(digits[..zipLength]);
        if (!ZipCodes.IsInUse(zip))
        {
            return "ZIP code not in use";
        }

        zip.TryFormat(body, out _, "00000");
        body[5] = '-';
        plus4.CopyTo(body[6..]);
        length = plus4.IsEmpty || plus4.SequenceEqual("0000") ? 5 : 10;
        return null;
    }

    private static string? ReadCanadian(scoped ReadOnlySpan<char> code, Span<char> body)
    {
        if (code.Length != 6)
        {
            return NoCode;
        }

        // The letter O in the place of a digit is a nought.
        Span<char> fixedCode = stackalloc char[6];
        for (var i = 0; i < code.Length; i++)
        {
            fixedCode[i] = i % 2 == 1 && code[i] == 'O' ? '0' : code[i];
            if (char.IsAsciiDigit(fixedCode[i]) == (i % 2 == 0))
            {
                return NoCode;
            }
        }

        code = fixedCode;

        if (code.ContainsAny(UnusedLetters) || code[0] is 'W' or 'Z')
        {
            return "letter not used in postal codes";
        }

        code[..3].CopyTo(body);
        body[3] = ' ';
        code[3..].CopyTo(body[4..]);
        return null;
    }

    // DE-10115, D-10115, AU 2000, GB SW1A 1AA.
    private FieldValue? ReadWithCountry(string raw, PostalText text, Span<char> room)
    {
        var code = text.Code;
        var body = room[CountryLength..];
        if (code.Length > 2 && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]))
        {
            var country = code[..2];
            var rest = text.Without(2);
            switch (country)
            {
                case "US":
                    return rest.Letters == 0 && ReadZip(rest, body, out var zip) is null
                        ? Foreign(raw, country, room, zip, PostalSystem.American)
                        : null;
                case "CA":
                    return ReadCanadian(rest.Code, body) is null ? Foreign(raw, country, room, 7, PostalSystem.Canadian) : null;
                case "GB" or "UK":
                    return BritishCodes.Write(rest.Code, body) is > 0 and var british
                        ? Foreign(raw, "GB", room, british, PostalSystem.British)
                        : null;
                default:
                    return Write(rest.Code, country, body) is > 0 and var length
                        ? Foreign(raw, country, room, length, country is Australia ? PostalSystem.Australian : PostalSystem.Other)
                        : null;
            }
        }

        var letter = code[0] switch
        {
            'A' => "AT",
            'B' => "BE",
            'D' => "DE",
            'E' => "ES",
            'F' => "FR",
            'I' => "IT",
            'L' => "LU",
            'N' => "NO",
            'S' => "SE",
            _ => null,
        };
        return letter is not null && Write(code[1..], letter, body) is > 0 and var count
            ? Foreign(raw, letter, room, count, PostalSystem.Other)
            : null;
    }

    // With its country before it where the code alone would mean another place.
    private FieldValue Foreign(string raw, ReadOnlySpan<char> country, Span<char> room, int length, PostalSystem system)
    {
        var body = room.Slice(CountryLength, length);
        if (country.SequenceEqual(region))
        {
            return Canonical(raw, body, system);
        }

        if (system is not (PostalSystem.Australian or PostalSystem.Other))
        {
            Span<char> code = stackalloc char[MaxCharacters];
            var count = 0;
            foreach (var c in body)
            {
                if (c is not (' ' or '-'))
                {
                    code[count++] = c;
                }
            }

            var isAlone = hasOwnShapes && system == PostalSystem.American && count == ZipLength;
            if (!isAlone && ReadHome(code[..count], stackalloc char[MaxCharacters]) == 0)
            {
                return Canonical(raw, body, system);
            }
        }

        country.CopyTo(room);
        room[2] = '-';
        return Canonical(raw, room[..(CountryLength + length)], system);
    }

    private static FieldValue Canonical(string raw, ReadOnlySpan<char> canonical, PostalSystem system) =>
        FieldValue.Valid(raw, canonical.SequenceEqual(raw) ? raw : canonical.ToString(), (int)system);
}
