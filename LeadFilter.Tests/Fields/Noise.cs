using FsCheck;
using FsCheck.Fluent;

namespace LeadFilter.Tests.Fields;

/// <summary>The same text in other characters, as forms, spreadsheets and phones' keyboards send it.</summary>
internal static class Noise
{
    /// <summary>Ways to write each character of a text.</summary>
    public static Arbitrary<Func<string, string>> Any { get; } =
        Gen.Choose(0, 5).ArrayOf(24).Select(ways => (Func<string, string>)(text => Write(text, ways))).ToArbitrary();

    private static string Write(string text, int[] ways)
    {
        var written = text.Select((c, i) => Write(c, ways[i % ways.Length]));
        return $"{Padding(ways[0])}{string.Concat(written)}{Padding(ways[1])}";
    }

    private static string Write(char c, int way) => way switch
    {
        _ when c is < ' ' or > '~' => c.ToString(),
        0 when c > ' ' => ((char)(c + 0xFEE0)).ToString(),
        1 => $"&#{(int)c};",
        2 => $"&#x{(int)c:X};",
        3 => c switch { ' ' => "\u00A0", '-' => "\u2013", '\'' => "\u2019", '&' => "&amp;", '"' => "&quot;", _ => c.ToString() },
        4 => $"{c}\u200B",
        _ => c.ToString(),
    };

    private static string Padding(int way) => way switch { 0 => " \t", 1 => "&nbsp;", 2 => "\u3000", 3 => "\uFEFF", _ => "" };
}
