using System.Globalization;
using System.Text;
using LeadFilter.Tests.Fields;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>Texts that a lead's field may be sent with: good ones, good ones disturbed, and those that are made to do harm.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        "\u200B", "\u200D", "\u202E", "\u2066", "\uFEFF", "\u00AD", "\u0301", "\u0338", "\u00A0", "\u2028", "\u0085", "\t", "\r\n", "\n", "\u001b[31m",
        "\uFF1D", "\uFF20", "\uFF0E", "\u0430", "\u0131", "\u0130", "\u017F", "\u212A", "\uFB03", "\u1E9E", "\u03A3", "\u01C5", "\U0001F600", "\U0001D400", "\u0661", "\uFF11",
        "&#61;", "&#x202E;", "&amp;amp;", "&nbsp;", "&#1114112;", "&#0;", "&lt;", "&zwj;", "%41", "\\u0041", "=", "+", "-", "@", "|", ";", ",", "'", "\"", "<", ">", "..", "@@", "--", "xn--",
        "=cmd|' /C calc'!A0", "1e999", "-0", "0x1F", "NaN", "Infinity", "null", "true", "{now-1h}", "${jndi:ldap://127.0.0.1/a}", "' OR 1=1 --", "<script>", "../../etc/passwd", "%s%n",
    ];

    /// <summary>Makes one.</summary>
    public static string Next(Random random) => random.Next(8) switch
    {
        0 => Number(random),
        1 => Repeated(random),
        2 => Runes(random),
        3 => RawTexts.Realistic[random.Next(RawTexts.Realistic.Length)] + random.Of(RawTexts.Realistic),
        _ => Disturbed(random),
    };

    private static string Disturbed(Random random)
    {
        var text = new StringBuilder(random.Of(RawTexts.Realistic));
        for (var left = random.Next(4); left > 0; left--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0 when at < text.Length: text.Remove(at, 1); break;
                case 1 when at < text.Length: text.Insert(random.Next(text.Length), text.ToString(at, Math.Min(text.Length - at, random.Next(1, 8)))); break;
                case 2 when at < text.Length: text[at] = (char)(text[at] ^ 0x20); break;
                case 3: text.Insert(at, random.Of(RawTexts.Realistic)); break;
                default: text.Insert(at, random.Of(Pieces)); break;
            }
        }

        return text.ToString();
    }

    private static string Number(Random random)
    {
        var digits = string.Concat(Enumerable.Range(0, 1 << random.Next(10)).Select(_ => random.Next(10).ToString(CultureInfo.InvariantCulture)));
        return $"{random.Of(["", "-", "+", "$", "(", "."])}{digits}{random.Of(["", ".5", "e999", "e-999", ",000", "k", "%", ")", ".", "e", "E+2147483648"])}";
    }

    private static string Repeated(Random random) => string.Concat(Enumerable.Repeat(random.Of(Pieces), 1 << random.Next(12)));

    private static string Runes(Random random)
    {
        var text = new StringBuilder();
        for (var left = random.Next(40); left > 0; left--)
        {
            text.Append((char)random.Next(random.Of([0x80, 0x300, 0x3000, 0x10000])));
        }

        return text.ToString();
    }
}
