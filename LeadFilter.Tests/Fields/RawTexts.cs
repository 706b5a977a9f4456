using FsCheck;
using FsCheck.Fluent;

namespace LeadFilter.Tests.Fields;

/// <summary>Texts as vendors, or attackers, may send them.</summary>
internal static class RawTexts
{
    /// <summary>Values that some type accepts.</summary>
    public static readonly string[] Realistic =
    [
        "jane@example.com", "<Jane.Doe@Mail.Example.co.uk>", "mailto:jane+solar@münchen.de", "+14155550132", "(415) 555-0132 x42", "1.416.967.1111",
        "tel:+1-415-555-0132;ext=7", "94107", "94107-1234", "941071234", "2139", "k1a 0b1", "sw1a1aa", "BFPO 57", "D-10115", "123 N. MAIN ST., # 4b", "p.o. box 12", "Flat 2, 10 o'connell st", "ST. LOUIS, MO",
        "n las vegas", "U.S.A.", "Western Australia", "CA", "New  York", "N. Dak.", "Québec", "1,234.50", "$12.5k", "(80)",
        "0.000001", "999999999999999", "true", "Opt-In", "no", "2026-11-03T08:49:37.5+02:00", "11/3/2026 8:49 PM", "Tue, 03 Nov 2026 08:49:37 GMT",
        "Tue Nov 03 2026 08:49:37 GMT-0500 (Eastern Standard Time)", "1793695777", "1793695777123", "20261103084937", "Nov 3rd, 2026", "03-Nov-2026",
        "31.12.1985", "3/4/85", "Tue Nov  3 08:49:37 EST 2026", "2026-11-03T08:49-05:00[America/New_York]", "8:49 PM, Nov 3, 2026", "2:05 p.m.", "14h05", "noon",
        "https://www.Example.com:8443/a b?x=1#z", "http://[2001:db8::1]:80/x", "example.com/x", "8.8.8.8:443", "::ffff:10.0.0.1",
        "2606:4700:0:0:0:0:0:1111", "[fe80::1]:80", "Jane   Doe", "MARIA DE LA CRUZ, JR.", "o&#39;brien-mcdonald", "ortega y GASSET", "tj &eacute;&amp;amp; van",
        "“Dr.” ＪＯＳＥ\u0301 nguyen van Ng III", "\uD835\uDCD9ohn ﬃ", "ΑΒΡΑΜΙΔΗΣ", "a.b-c_d+tag@pm.me", "bob-x@yahoo.co.uk", "bob@gmailc.om", "x@y.mailinator.com",
        "$100 to $150", "between 1,000 and 2.5k", "100-150k", "under 100", "150+", "-10 - -5", "no more than 3 acres", "\u20AC 1.250,00", "CAD 80", "1.2m",
        "(12,5 %)", "12.5 basis points", "S\u00ED", "\"true\".", "Prefer not to say", "Non-Binary", "123-45-6780", "***-**-1234", "SSN: 912 70 1234", "1 234,50",
        "1,500 sq ft", "https://www.example.co.uk/?utm_source=a+b%20c&amp;gclid=x&copy=2", "python-requests/2.32.3", "Mozilla/5.0 (compatible; Googlebot/2.1)",
        "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36", "Mozilla/5.0",
    ];

    private const string Hostile = "\0\t\n \u00A0\u0085\u200B\u202E\uFEFF\uD800\uDC00\uFF11\uFF0E\u0661\u0130\u00DF\u0301.,:;@-+()[]<>/\\?#%&=_xXeEkK$019aZ'\"&\u2019\u0308\u030A\uFB03σΣǅ\u10D0";

    /// <summary>Arbitrary texts, and realistic ones with up to eight characters put in, taken out or written over.</summary>
    public static Arbitrary<string> Any { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements(Realistic),
        Mutated()).ToArbitrary();

    private static Gen<string> Mutated() =>
        from seed in Gen.Elements(Realistic)
        from edits in Gen.Zip(Gen.Choose(0, 299), Gen.Elements(Hostile.ToCharArray())).ListOf()
        select edits.Take(8).Aggregate(seed, (text, edit) => Mutate(text, edit.Item1, edit.Item2));

    private static string Mutate(string text, int choice, char c)
    {
        var at = choice / 3 % (text.Length + 1);
        return (choice % 3) switch
        {
            0 => text.Insert(at, c.ToString()),
            1 when at < text.Length => text.Remove(at, 1),
            2 when at < text.Length => text.Remove(at, 1).Insert(at, c.ToString()),
            _ => text,
        };
    }
}
