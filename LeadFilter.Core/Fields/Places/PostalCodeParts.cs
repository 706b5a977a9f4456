using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields.Places;

/// <summary>What can be told from a canonical postal code.</summary>
internal static class PostalCodeParts
{
    /// <summary>The parts.</summary>
    public static readonly IReadOnlyList<FieldPart> All =
    [
        new("zip5", StringType.Instance, "The five digits of a ZIP code; missing for Canada.",
            static (in value, _) => IsZip(value) ? value.Part(0, 5) : FieldValue.Missing),
        new("plus4", StringType.Instance, "The four digits after the hyphen; missing without them.",
            static (in value, _) => IsZip(value) && value.Text.Length > 5 ? value.Part(6, 4) : FieldValue.Missing),
        new("fsa", StringType.Instance, "The forward sortation area, the first three characters of a Canadian code: K1A.",
            static (in value, _) => IsZip(value) ? FieldValue.Missing : value.Part(0, 3)),
        new("ldu", StringType.Instance, "The local delivery unit, the last three characters of a Canadian code: 0B1.",
            static (in value, _) => IsZip(value) ? FieldValue.Missing : value.Part(4, 3)),
        new("country", StringType.Instance, "US or CA.",
            static (in value, _) => FieldValue.Valid(value.Raw!, IsZip(value) ? "US" : "CA")),
        new("state", StringType.Instance,
            "The state or province in which the code lies; missing for Palau, Micronesia and the Marshall Islands.",
            static (in value, _) => StateOf(value.Text) is { } state ? FieldValue.Valid(value.Raw!, state) : FieldValue.Missing),
    ];

    private static bool IsZip(in FieldValue value) => char.IsAsciiDigit(value.Text[0]);

    private static string? StateOf(ReadOnlySpan<char> code) =>
        char.IsAsciiDigit(code[0]) ? ZipCodes.StateOf(int.Parse(code[..5])) : ProvinceOf(code);

    // Facts: Canada Post, forward sortation areas. Nunavut shares the letter X with the Northwest Territories.
    private static string? ProvinceOf(ReadOnlySpan<char> code) => code[0] switch
    {
        'A' => "NL",
        'B' => "NS",
        'C' => "PE",
        'E' => "NB",
        'G' or 'H' or 'J' => "QC",
        'K' or 'L' or 'M' or 'N' or 'P' => "ON",
        'R' => "MB",
        'S' => "SK",
        'T' => "AB",
        'V' => "BC",
        'X' => code[1] == '0' && code[2] is 'A' or 'B' or 'C' ? "NU" : "NT",
        'Y' => "YT",
        _ => null,
    };
}
