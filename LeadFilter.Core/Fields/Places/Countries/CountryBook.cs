using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Places.Countries;

/// <summary>Finds countries by code or name.</summary>
internal static class CountryBook
{
    private const int MaxTextLength = 80;

    /// <summary>All countries and territories of ISO 3166-1, by their two letters.</summary>
    public static readonly IReadOnlyList<Country> All =
        [.. CountryList.Text.Split('\n').Select(line => new Country(line[..2], line[3..6], line[7..].TrimEnd('\r')))];

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByKey = Index();

    /// <summary>Finds a country.</summary>
    /// <param name="text">Its code or name, whatever the case, accents, dots and spaces.</param>
    /// <returns>Its place in <see cref="All"/>; -1 if the text names none.</returns>
    public static int Find(ReadOnlySpan<char> text)
    {
        Span<char> key = stackalloc char[MaxTextLength];
        return TryWriteKey(text, key, out var length) && ByKey.TryGetValue(key[..length], out var place) ? place : -1;
    }

    /// <summary>
    /// The country whose post and telephone law a territory's people share: US for Puerto Rico, GB for Jersey; else the same.
    /// </summary>
    /// <param name="code">Two letters of ISO 3166.</param>
    public static ReadOnlySpan<char> Realm(ReadOnlySpan<char> code) => code switch
    {
        "PR" or "VI" or "GU" or "AS" or "MP" or "UM" => "US",
        "JE" or "GG" or "IM" => "GB",
        "CC" or "CX" or "NF" => "AU",
        _ => code,
    };

    // Letters without accents; the words and, the, of left out, so that Trinidad & Tobago is Trinidad and Tobago. ST alone is São Tomé,
    // no saint, and AND alone Andorra.
    private static bool TryWriteKey(ReadOnlySpan<char> text, Span<char> key, out int length)
    {
        length = 0;
        var wordStart = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && LatinLetters.BaseOf(text[i]) is not '\0' and var letter)
            {
                if (length == key.Length)
                {
                    return false;
                }

                key[length++] = letter;
                continue;
            }

            if (i < text.Length && text[i] is '.' or '\'' or '\u2019')
            {
                continue;
            }

            if (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not (',' or '-' or '&' or '(' or ')' or '_'))
            {
                return false;
            }

            var word = key[wordStart..length];
            if (word is "and" or "the" or "of" && (wordStart > 0 || i < text.Length))
            {
                length = wordStart;
            }
            else if (word is "st" && i < text.Length)
            {
                "saint".CopyTo(key[wordStart..]);
                length = wordStart + 5;
            }

            if (length > MaxTextLength - 5)
            {
                return false;
            }

            wordStart = length;
        }

        return length > 0;
    }

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Index()
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < All.Count; i++)
        {
            places.Add(All[i].Code.ToLowerInvariant(), i);
            places.Add(All[i].Alpha3.ToLowerInvariant(), i);
            places.Add(KeyOf(All[i].Name), i);
        }

        foreach (var line in CountryNames.Text.Split('\n'))
        {
            var place = places[line[..2].ToLowerInvariant()];
            foreach (var name in line[3..].TrimEnd('\r').Split(", "))
            {
                places.TryAdd(KeyOf(name), place);
            }
        }

        return places.ToDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static string KeyOf(string name)
    {
        Span<char> key = stackalloc char[MaxTextLength];
        return TryWriteKey(name, key, out var length)
            ? key[..length].ToString()
            : throw new ArgumentException($"'{name}' is not a name.", nameof(name));
    }
}
