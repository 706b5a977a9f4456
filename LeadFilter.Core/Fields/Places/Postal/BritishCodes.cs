using System.Buffers;
using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>
/// The postcodes of the United Kingdom, the Crown dependencies and the overseas territories that share them. Facts: Royal Mail,
/// Programmer's Guide to the Postcode Address File (shapes, letters that are not used); its list of postcode areas; BFPO.
/// </summary>
internal static class BritishCodes
{
    /// <summary>The most characters of a canonical code.</summary>
    public const int MaxCharacters = 9;

    /// <summary>The postcode areas, by country and nation; those that a border crosses have no nation.</summary>
    internal static readonly IReadOnlyList<(string Country, string? Nation, string Areas)> ByNation =
    [
        ("GB", "ENG",
            "AL B BA BB BD BH BL BN BR BS CB CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GU HA HD HG HP HU HX IG IP KT L LA LE "
                + "LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ST SW TA TF TN TQ TR TS "
                + "TW UB W WA WC WD WF WN WR WS WV YO"),
        ("GB", "SCT", "AB DD EH FK G HS IV KA KW KY ML PA PH ZE"),
        ("GB", "WLS", "CF SA"),
        ("GB", "NIR", "BT"),
        ("GB", null, "CA CH DG GL HR LD LL NP SY TD BF BX XM"),
        ("JE", null, "JE"),
        ("GG", null, "GY"),
        ("IM", null, "IM"),
    ];

    /// <summary>The one code of a whole territory, each with its country.</summary>
    internal static readonly (string Code, string Country)[] OfTerritories =
    [
        ("ASCN1ZZ", "SH"), ("BBND1ZZ", "IO"), ("BIQQ1ZZ", "AQ"), ("FIQQ1ZZ", "FK"), ("GX111AA", "GI"), ("PCRN1ZZ", "PN"),
        ("SIQQ1ZZ", "GS"), ("STHL1ZZ", "SH"), ("TDCU1ZZ", "SH"), ("TKCA1ZZ", "TC"),
    ];

    private const string Bfpo = "BFPO";
    private const string Girobank = "GIR0AA";

    // The letters that may follow A9 and AA9.
    private const string AfterLetterDigit = "ABCDEFGHJKPSTUW";
    private const string AfterTwoLettersDigit = "ABEHMNPRVWXY";

    private static readonly SearchValues<char> NotInIncode = SearchValues.Create("CIKMOV");

    private static readonly int[] NationPlaces = [.. ByNation.Select(entry => entry.Nation is null
        ? -1
        : States.Place(entry.Nation, "GB"))];

    // By the area's first letter and second (0 without one): the place in ByNation, and 1 more.
    private static readonly byte[] Areas = ReadAreas();

    /// <summary>Writes a code in two halves: <c>SW1A 1AA</c>, <c>BFPO 57</c>.</summary>
    /// <param name="code">Digits and capital letters, without what stands between them.</param>
    /// <param name="destination">Room for <see cref="MaxCharacters"/>.</param>
    /// <returns>How many characters it has; 0 if it is no postcode.</returns>
    public static int Write(ReadOnlySpan<char> code, Span<char> destination)
    {
        if (code.StartsWith(Bfpo) && code.Length is > 4 and <= 8 && code[4] != '0' && !code[4..].ContainsAnyExceptInRange('0', '9'))
        {
            return WriteHalves(code[..4], code[4..], destination);
        }

        if (code.Length is < 5 or > 7 || !(code.SequenceEqual(Girobank) || IsOfTerritory(code) || IsRegular(code[..^3], code[^3..])))
        {
            return 0;
        }

        return WriteHalves(code[..^3], code[^3..], destination);
    }

    /// <summary>The country of a canonical code.</summary>
    /// <param name="canonical">The code.</param>
    public static string CountryOf(ReadOnlySpan<char> canonical)
    {
        foreach (var (code, country) in OfTerritories)
        {
            if (canonical.StartsWith(code.AsSpan(0, code.Length - 3)) && canonical[code.Length - 3] == ' ')
            {
                return country;
            }
        }

        return AreaOf(canonical) is > 0 and var area ? ByNation[area - 1].Country : "GB";
    }

    /// <summary>The nation of a canonical code.</summary>
    /// <param name="canonical">The code.</param>
    /// <returns>Its place in <see cref="States.All"/>; -1 if its area crosses a border, or belongs to none.</returns>
    public static int NationOf(ReadOnlySpan<char> canonical) => AreaOf(canonical) is > 0 and var area ? NationPlaces[area - 1] : -1;

    private static int WriteHalves(ReadOnlySpan<char> first, ReadOnlySpan<char> second, Span<char> destination)
    {
        first.CopyTo(destination);
        destination[first.Length] = ' ';
        second.CopyTo(destination[(first.Length + 1)..]);
        return first.Length + 1 + second.Length;
    }

    private static bool IsRegular(ReadOnlySpan<char> outcode, ReadOnlySpan<char> incode)
    {
        if (!char.IsAsciiDigit(incode[0]) || !char.IsAsciiLetter(incode[1]) || !char.IsAsciiLetter(incode[2])
            || incode.ContainsAny(NotInIncode) || AreaOf(outcode) == 0)
        {
            return false;
        }

        var letters = char.IsAsciiDigit(outcode[1]) ? 1 : 2;
        return outcode[letters..] switch
        {
            [var one] => char.IsAsciiDigit(one),
            [var ten, var one] when char.IsAsciiDigit(ten) => char.IsAsciiDigit(one)
                ? ten != '0'
                : (letters == 1 ? AfterLetterDigit : AfterTwoLettersDigit).Contains(one),
            _ => false,
        };
    }

    private static bool IsOfTerritory(ReadOnlySpan<char> code)
    {
        foreach (var (own, _) in OfTerritories)
        {
            if (code.SequenceEqual(own))
            {
                return true;
            }
        }

        return false;
    }

    private static int AreaOf(ReadOnlySpan<char> outcode)
    {
        if (!char.IsAsciiLetterUpper(outcode[0]))
        {
            return 0;
        }

        var second = char.IsAsciiDigit(outcode[1]) ? 0
            : outcode.Length > 2 && char.IsAsciiLetterUpper(outcode[1]) && char.IsAsciiDigit(outcode[2]) ? outcode[1] - 'A' + 1
            : -1;
        return second < 0 ? 0 : Areas[((outcode[0] - 'A') * 27) + second];
    }

    private static byte[] ReadAreas()
    {
        var areas = new byte[26 * 27];
        for (var i = 0; i < ByNation.Count; i++)
        {
            foreach (var area in ByNation[i].Areas.Split(' '))
            {
                areas[((area[0] - 'A') * 27) + (area.Length == 1 ? 0 : area[1] - 'A' + 1)] = (byte)(i + 1);
            }
        }

        return areas;
    }
}
