using System.Buffers;

namespace LeadFilter.Core.Fields.Places.Countries;

/// <summary>What may stand beside a state in its field: the country, a ZIP code.</summary>
internal static class StateSurroundings
{
    private const int ZipLength = 5;

    private static readonly SearchValues<char> ZipCharacters = SearchValues.Create("0123456789-");

    private static readonly (string Name, string Country)[] Countries =
    [
        ("us", "US"), ("usa", "US"), ("unitedstates", "US"), ("unitedstatesofamerica", "US"), ("canada", "CA"), ("can", "CA"),
        ("australia", "AU"), ("aus", "AU"), ("uk", "GB"), ("gb", "GB"),
    ];

    /// <summary>Takes off a ZIP code: TX 78701.</summary>
    /// <param name="text">The text, trimmed.</param>
    public static ReadOnlySpan<char> WithoutZip(ReadOnlySpan<char> text)
    {
        var space = text.LastIndexOf(' ');
        return space > 0 && text.Length - space > ZipLength && !text[(space + 1)..].ContainsAnyExcept(ZipCharacters) ? text[..space] : text;
    }

    /// <summary>Finds the state before or behind its country, apart from it: TX, USA; US:TX. Causa is not CA, USA.</summary>
    /// <param name="letters">The letters of the text, from a to z.</param>
    /// <param name="gaps">Before which of them something stands that is no letter, a bit each.</param>
    /// <returns>Its place in <see cref="States.All"/>; -1 if there is none.</returns>
    public static int FindBesideCountry(ReadOnlySpan<char> letters, ulong gaps)
    {
        foreach (var (name, country) in Countries)
        {
            var behind = letters.Length - name.Length;
            if (behind <= 0)
            {
                continue;
            }

            var isBehind = ((gaps >> behind) & 1) != 0 && letters.EndsWith(name);
            if (!isBehind && !(((gaps >> name.Length) & 1) != 0 && letters.StartsWith(name)))
            {
                continue;
            }

            var place = States.Find(isBehind ? letters[..behind] : letters[name.Length..], country == "AU");
            if (place >= 0 && States.All[place].Country == country)
            {
                return place;
            }
        }

        return -1;
    }
}
