using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>Which province a Canadian code lies in. Facts: Canada Post, forward sortation areas.</summary>
internal static class CanadianCodes
{
    /// <summary>The provinces by first letter; the letter X is shared by Nunavut and the Northwest Territories.</summary>
    internal static readonly IReadOnlyList<(string Province, string Letters)> ByProvince =
    [
        ("NL", "A"), ("NS", "B"), ("PE", "C"), ("NB", "E"), ("QC", "GHJ"), ("ON", "KLMNP"), ("MB", "R"), ("SK", "S"), ("AB", "T"),
        ("BC", "V"), ("NT", "X"), ("YT", "Y"),
    ];

    private static readonly sbyte[] Places = Read();
    private static readonly int Nunavut = States.Place("NU", "CA");

    /// <summary>The province or territory of a code.</summary>
    /// <param name="code">The canonical code.</param>
    /// <returns>Its place in <see cref="States.All"/>; -1 if no province has its first letter.</returns>
    public static int ProvinceOf(ReadOnlySpan<char> code) =>
        code[0] == 'X' && code[1] == '0' && code[2] is 'A' or 'B' or 'C' ? Nunavut : Places[code[0] - 'A'];

    private static sbyte[] Read()
    {
        var places = new sbyte[26];
        Array.Fill(places, (sbyte)-1);
        foreach (var (province, letters) in ByProvince)
        {
            foreach (var letter in letters)
            {
                places[letter - 'A'] = (sbyte)States.Place(province, "CA");
            }
        }

        return places;
    }
}
