using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Places.Cities;

/// <summary>
/// Tidies the text of a city: single spaces, no state, country or ZIP code behind the town, St. with its dot, Fort, Mount and the points of
/// the compass in full.
/// </summary>
internal static class CityText
{
    /// <summary>The most characters of a city that are read.</summary>
    public const int MaxCharacters = 100;

    /// <summary>
    /// Room enough for any tidy text: the shortest word that grows, N to North, gains four characters, once; Mt Mount three of three.
    /// </summary>
    public const int Room = (2 * MaxCharacters) + 8;

    private const string Region = "US";

    private const int MinTownLength = 3;
    private const int CodeLength = 2;
    private const int ZipLength = 5;
    private const int LongZipLength = 10;

    /// <summary>Writes the tidy text.</summary>
    /// <param name="text">The text, trimmed, of at most <see cref="MaxCharacters"/>.</param>
    /// <param name="destination">Takes <see cref="Room"/>.</param>
    /// <returns>The part of the destination that holds it; empty if nothing but signs is there.</returns>
    public static Span<char> Tidy(ReadOnlySpan<char> text, Span<char> destination)
    {
        text = Bare(text);
        var length = 0;
        var isFirst = true;
        while (!text.IsEmpty)
        {
            var word = NextWord(ref text);
            if (word.IsEmpty)
            {
                continue;
            }

            if (length > 0)
            {
                destination[length++] = ' ';
            }

            var written = text.IsEmpty ? word : InFull(word, isFirst, text);
            written.CopyTo(destination[length..]);
            length += written.Length;
            isFirst = false;
        }

        return WithoutTail(destination, length);
    }

    // Again and again, so that the town is all that is left.
    private static Span<char> WithoutTail(Span<char> destination, int length)
    {
        ReadOnlySpan<char> town = destination[..length];
        while (Bare(WithoutStateBehind(WithoutTail(town))) is var rest && rest.Length < town.Length)
        {
            town = rest;
        }

        if (Is(town, "nyc") || Is(town, "n.y.c."))
        {
            town = "New York";
            town.CopyTo(destination);
        }

        return destination[..town.Length];
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text) => text.Trim(" ,;\t\r\n\u00A0");

    // Austin, TX 78701; Toronto, Ontario, Canada.
    private static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        if (comma < 0)
        {
            return text;
        }

        foreach (var segment in text[(comma + 1)..].Split(','))
        {
            var place = text[(comma + 1)..][segment].Trim().TrimEnd("0123456789-").Trim();
            if (!place.IsEmpty && States.Find(place, Region) < 0 && CountryBook.Find(place) < 0)
            {
                return text;
            }
        }

        return Bare(text[..comma]);
    }

    // Las Vegas NV, Portland OR 97201; but Washington DC keeps its name, and so does Sa Pa.
    private static ReadOnlySpan<char> WithoutStateBehind(ReadOnlySpan<char> text)
    {
        var town = Bare(WithoutZip(text));
        var space = town.LastIndexOf(' ');
        var code = town[(space + 1)..];
        var isBehind = space >= MinTownLength
            && code.Length == CodeLength
            && !Is(code, "dc")
            && States.Find(code, Region) is >= 0 and var place
            && States.All[place].Country is "US" or "CA";
        town = isBehind ? Bare(town[..space]) : town;
        return PlaceWords.HasLetter(town) ? town : text;
    }

    private static ReadOnlySpan<char> WithoutZip(ReadOnlySpan<char> text)
    {
        var space = text.LastIndexOf(' ');
        var zip = text[(space + 1)..];
        var isZip = space > 0
            && !zip.IsEmpty
            && char.IsAsciiDigit(zip[0])
            && zip.Length is ZipLength or LongZipLength
            && !zip[..ZipLength].ContainsAnyExceptInRange('0', '9')
            && (zip.Length == ZipLength || (zip[ZipLength] == '-' && !zip[(ZipLength + 1)..].ContainsAnyExceptInRange('0', '9')));
        return isZip ? text[..space] : text;
    }

    // Up to a white space, or the dot of an abbreviation that the next word follows at once: St.Louis.
    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
            if (text[end - 1] == '.' && end < text.Length && char.IsLetter(text[end]) && IsAbbreviation(text[..(end - 1)]))
            {
                break;
            }
        }

        var word = text[..end];
        text = text[end..].TrimStart();
        return word;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        word.Length == 2 && (Is(word, "st") || Is(word, "ft") || Is(word, "mt")) || (word.Length == 3 && Is(word, "ste"));

    private static ReadOnlySpan<char> InFull(ReadOnlySpan<char> word, bool isFirst, ReadOnlySpan<char> rest)
    {
        var bare = word.TrimEnd('.');
        return bare.Length switch
        {
            1 when isFirst && rest.Length > 2 && rest[1] != '.' && char.IsLetter(rest[0]) => (bare[0] | 0x20) switch
            {
                'n' => "North",
                's' => "South",
                'e' => "East",
                'w' => "West",
                _ => word,
            },
            2 when Is(bare, "st") => "St.",
            2 when Is(bare, "ft") => "Fort",
            2 when Is(bare, "mt") => "Mount",
            3 when Is(bare, "ste") => "Ste.",
            _ => word,
        };
    }

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
