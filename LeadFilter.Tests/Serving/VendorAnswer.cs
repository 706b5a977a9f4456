using System.Text.Json;

namespace LeadFilter.Tests.Serving;

/// <summary>What a vendor reads in an answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Outcome">success, failure or error; empty if the answer is a problem.</param>
/// <param name="Lead">The lead's id; empty if there is none.</param>
/// <param name="Price">The price.</param>
/// <param name="Reasons">The reasons' codes, in order.</param>
/// <param name="Body">The whole body.</param>
internal sealed record VendorAnswer(int Status, string Outcome, string Lead, decimal Price, IReadOnlyList<string> Reasons, string Body)
{
    public static VendorAnswer Read(int status, string body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        return new(
            status,
            root.TryGetProperty("outcome", out var outcome) ? outcome.GetString()! : "",
            root.TryGetProperty("lead", out var lead) ? lead.GetProperty("id").GetString()! : "",
            root.TryGetProperty("price", out var price) ? price.GetDecimal() : 0,
            root.TryGetProperty("reasons", out var reasons) ? [.. reasons.EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!)] : [],
            body);
    }
}
