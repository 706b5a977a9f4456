using System.Text.Json;
using LeadFilter.Core.Fields.Numbers;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Fields.Phones.Areas;
using LeadFilter.Core.Fields.Phones.Reading;
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

    /// <summary>
    /// Why the type's answer may differ from libphonenumber's, whose answer this is; null if it may not. <c>ask</c> is libphonenumber.
    /// </summary>
    public string? WhyItMayDiffer(Func<string, string, PhoneCase> ask)
    {
        var value = PhoneType.For(Region).Standardize(Raw);
        return value.Why is PhoneReasons.Rounded or PhoneReasons.TwoNumbers or PhoneReasons.NotADigit ? "ours does not guess"
            : Canonical == "-" && value.TextString is ['+', '1', ..] and { Length: 12 } number && AreaCodes.Find(number.AsSpan(2, 3))?.Mainland is not null
                ? "an area code in service that libphonenumber does not know, or not wholly"
            : Raw.Any(static c => !char.IsAscii(c) && DecimalDigit.Of(c) >= 0 && PhoneCharacter.DigitOf(c) < 0) ? "digits of other scripts"
            : Meant(Raw).Any(text => ask(Region, text).Canonical == (value.IsValid ? value.TextString : "-"))
                ? "written in a way that libphonenumber does not read"
            : null;
    }

    // The texts that are handed to the reader that is libphonenumber's, where they are not as sent.
    private static IEnumerable<string> Meant(string raw)
    {
        Span<char> room = new char[PhoneWriting.RoomFor(raw)];
        return PhoneWriting.IsUsual(raw) || PhoneWriting.Write(raw, room, out var text) is not null
            ? []
            : new[] { text.ToString(), PhoneWriting.BeforeWords(text, out _).ToString() }.Where(text => text != raw);
    }

    private string ExtensionOf(PhoneType type) => type.Part(Raw, "extension") is var extension and not "[missing]" ? extension : "";
}
