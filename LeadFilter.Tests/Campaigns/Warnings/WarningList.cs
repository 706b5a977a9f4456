using System.Text;
using LeadFilter.Core.Campaigns.Loading;

namespace LeadFilter.Tests.Campaigns.Warnings;

/// <summary>What is warned of in a campaign that loads.</summary>
internal static class WarningList
{
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The warnings whose message holds a word, a line each: JSON path and message.</summary>
    public static string Of(string word, params ReadOnlySpan<(string Section, string? Json)> changes)
    {
        var result = CampaignLoader.Load("loans.json", Encoding.UTF8.GetBytes(CampaignText.With(changes)), TestCampaign.Vendors, now: Now);
        Assert.AreEqual("", string.Join('\n', result.Mistakes));
        return string.Join('\n', result.Warnings.Where(warning => warning.Message.Contains(word, StringComparison.Ordinal)).Select(warning => $"{warning.Path}: {warning.Message}"));
    }

    /// <summary>A rule with a text.</summary>
    public static string Rule(string id, string condition, string more = "", string category = "age", string? reason = null) =>
        $$"""{ "id": "{{id}}", "category": "{{category}}", "reason": "{{reason ?? id}}", "text": "Text", "rejectWhen": {{condition}}{{more}} }""";

    public static string Rules(params ReadOnlySpan<string> rules) => $"[{string.Join(", ", rules!)}]";
}
