using System.Text.Json;

namespace LeadFilter.Tests.Serving;

/// <summary>A page of the rejection log as its owner reads it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Rejections">The rejections.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
internal sealed record RejectionsPage(int Status, IReadOnlyList<LoggedRejection> Rejections, string? Next)
{
    public IReadOnlyList<string> Leads => [.. Rejections.Select(rejection => rejection.Lead)];

    public static RejectionsPage Read(int status, string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("rejections", out var rejections)
            ? new(status, [.. rejections.EnumerateArray().Select(LoggedRejection.Read)], json.RootElement.GetProperty("next").GetString())
            : new(status, [], null);
    }
}

/// <summary>A rejection in the log.</summary>
internal sealed record LoggedRejection(string Lead, string Vendor, DateTimeOffset At, bool IsTest, IReadOnlyList<string> Reasons)
{
    public static LoggedRejection Read(JsonElement json) => new(
        json.GetProperty("lead").GetString()!,
        json.GetProperty("vendor").GetString()!,
        json.GetProperty("at").GetDateTimeOffset(),
        json.GetProperty("test").GetBoolean(),
        [.. json.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!)]);
}
