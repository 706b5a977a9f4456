namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>
/// The shapes of postal codes by country: 9 stands for a digit, A for a letter, X for either; a space or hyphen is written. Those of the
/// United States, Canada, the United Kingdom and Australia have rules of their own instead. Facts: Universal Postal Union, addressing
/// systems of its members, as of November 2026.
/// </summary>
internal static class PostalShapes
{
    /// <summary>The shapes, each with the countries that have it.</summary>
    internal static readonly IReadOnlyList<(string Shape, string Countries)> ByShape =
    [
        ("999", "FO IS LS MG PG"),
        ("9999", "AF AL AM AR AT BD BE BG CH CV CX CY DK ET GE GL GW HM HT HU LI LR LU MK MZ NE NF NO NZ PH PY SI TN VE ZA"),
        ("99999",
            "AX BA BT CR CU DE DO DZ EC EE EG ES FI FR GF GP GT HN HR ID IQ IT JO KE KH KR KW LA LK MA ME MF MM MN MQ MV MX MY NC NI NP "
                + "PE PF PK PM RE RS SD SM SN TF TH TR UA UY UZ VA VN WF YT ZM"),
        ("99999-9999", "SA"),
        ("99999", "SA"),
        ("999999", "BY CN CO IN KG KZ NG PA RO RU SG TJ TM TT"),
        ("9999999", "CL IL"),
        ("999-9999", "JP"),
        ("99999-999", "BR"),
        ("9999-999", "PT"),
        ("99-999", "PL"),
        ("999 99", "CZ GR SE SK"),
        ("9999 AA", "NL"),
        ("A9X XXXX", "IE"),
        ("A9999AAA", "AR"),
        ("AAA 9999", "MT"),
        ("AA9999", "AZ BN"),
        ("AA99999", "BB"),
        ("999", "TW"),
        ("99999", "TW"),
        ("999999", "TW"),
        ("980 99", "MC"),
        ("9999 9999", "LB"),
        ("999999", "VN"),
        ("9999", "LV"),
        ("99999", "LT"),
        ("9999", "MD"),
        ("999", "AD"),
    ];

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> ByCountry =
        ShapesByCountry().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a country's codes have a shape that is known here.</summary>
    /// <param name="country">Two letters of ISO 3166.</param>
    public static bool Has(ReadOnlySpan<char> country) => ByCountry.ContainsKey(country);

    /// <summary>Writes a code as its country does.</summary>
    /// <param name="code">Digits and capital letters, without what stands between them.</param>
    /// <param name="country">Two letters of ISO 3166.</param>
    /// <param name="destination">Room for ten characters.</param>
    /// <returns>How many characters it has; 0 if it is no code of that country.</returns>
    public static int Write(ReadOnlySpan<char> code, ReadOnlySpan<char> country, Span<char> destination)
    {
        // Nobody's code is all zeros.
        if (code.ContainsAnyExcept('0') && ByCountry.TryGetValue(country, out var shapes))
        {
            foreach (var shape in shapes)
            {
                if (Fits(code, shape, destination))
                {
                    return shape.Length;
                }
            }
        }

        return 0;
    }

    // Plain loops: a query would be compiled for milliseconds at the first postal code.
    private static Dictionary<string, string[]> ShapesByCountry()
    {
        var shapes = new Dictionary<string, string[]>();
        foreach (var (shape, countries) in ByShape)
        {
            foreach (var country in countries.Split(' '))
            {
                shapes[country] = [.. shapes.GetValueOrDefault(country) ?? [], shape];
            }
        }

        return shapes;
    }

    private static bool Fits(ReadOnlySpan<char> code, ReadOnlySpan<char> shape, Span<char> destination)
    {
        var at = 0;
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] is ' ' or '-')
            {
                destination[i] = shape[i];
                continue;
            }

            if (at == code.Length || !Fits(code[at], shape[i]))
            {
                return false;
            }

            destination[i] = code[at++];
        }

        return at == code.Length;
    }

    private static bool Fits(char c, char place) => place switch
    {
        '9' => char.IsAsciiDigit(c),
        'A' => char.IsAsciiLetter(c),
        'X' => true,
        _ => c == place,
    };
}
