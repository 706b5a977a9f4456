using System.Text.Json;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Fields.Phones;

/// <summary>A text, and what google-libphonenumber says of it; see tools/refresh-phones/cases.mjs.</summary>
internal sealed record PhoneCase(string Region, string Raw, string Canonical, string Type, string Country, string Extension)
{
    /// <summary>The cases of corpus.tsv.</summary>
    public static IReadOnlyList<PhoneCase> Corpus { get; } =
        [.. File.ReadLines(Path.Combine(SampleFiles.Root, "LeadFilter.Tests", "Fields", "Phones", "corpus.tsv")).Select(Parse)];

    private static PhoneCase Parse(string line)
    {
        var columns = line.Split('\t');

        var raw = JsonSerializer.Deserialize<string>(columns[1])!;
        return new(columns[0], raw, columns[2], columns[3], columns[4], WesternDigits(columns[5]));
    }

    /// <summary>libphonenumber leaves the digits of an extension in their script; here they are Western ones.</summary>
    public static string WesternDigits(string extension) => string.Concat(extension.Select(static digit => char.GetNumericValue(digit)));

    /// <summary>How the type's answer differs; null if it does not.</summary>
    public string? Difference()
    {
        var type = PhoneType.For(Region);
        var value = type.Standardize(Raw);
        var answer = value.IsValid
            ? this with { Canonical = value.TextString, Type = type.Part(Raw, "type"), Country = type.Part(Raw, "country"), Extension = ExtensionOf(type) }
            : this with { Canonical = "-", Type = "", Country = "", Extension = "" };
        return answer == this ? null : $"{Region} {JsonSerializer.Serialize(Raw)}: expected {Canonical} {Type} {Country} {Extension}; is {answer.Canonical} {answer.Type} {answer.Country} {answer.Extension} {value.Why}";
    }

    private string ExtensionOf(PhoneType type) => type.Part(Raw, "extension") is var extension and not "[missing]" ? extension : "";
}
