using System.Text;
using LeadFilter.Core.Campaigns.Loading;

namespace LeadFilter.Tests.Campaigns;

/// <summary>A campaign file with every section in a line of its own, the first in line 2, so that a test can put in one and say where it stands.</summary>
internal static class CampaignText
{
    private static readonly (string Name, string? Json)[] Sections =
    [
        ("campaign", "\"loans\""),
        ("version", "\"v1\""),
        ("timeZone", "\"America/New_York\""),
        ("fields", "{}"),
        ("aliases", "{}"),
        ("rules", "[]"),
        ("duplicates", """{ "by": ["email"], "windowDays": 90 }"""),
        ("prices", """[{ "price": 1 }]"""),
        ("delivery", """{ "type": "webhook", "url": "/crm" }"""),
        ("vendors", """{ "acme": {} }"""),
        ("examples", "[]"),
        ("lists", "{}"),
        ("conditions", "{}"),
        ("lookups", null),
        ("suppression", null),
        ("caps", null),
        ("hours", null),
        ("optOuts", null),
    ];

    /// <summary>The file with another content of a section; null leaves its line empty.</summary>
    public static string With(string section, string? json) => With((section, json));

    public static string With(params ReadOnlySpan<(string Section, string? Json)> changes)
    {
        var text = new StringBuilder("{\n");
        foreach (var (name, json) in Sections)
        {
            var written = json;
            foreach (var change in changes)
            {
                written = change.Section == name ? change.Json : written;
            }

            text.Append(written is null ? "\n" : $"\"{name}\": {written},\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The file with another key and a comma before all others, in line 2.</summary>
    public static string WithKey(string member) => With().Insert(2, member);

    /// <summary>The file with one rule, in line 7, whose condition begins at column 72.</summary>
    public static string WithCondition(string json) => With("rules", RuleWith(json));

    public static string RuleWith(string condition, string more = "") =>
        $$"""[{ "id": "a", "category": "age", "reason": "r", "rejectWhen": {{condition}}{{more}} }]""";

    /// <summary>The mistakes, one a line, without the file's name.</summary>
    public static string Mistakes(string json) => Mistakes(Encoding.UTF8.GetBytes(json));

    public static string Mistakes(ReadOnlySpan<byte> utf8) =>
        string.Join('\n', CampaignLoader.Load("loans.json", utf8, TestCampaign.Vendors, _ => "94107\n73301\n"u8.ToArray()).Mistakes.Select(mistake => mistake.ToString()["loans.json:".Length..]));
}
