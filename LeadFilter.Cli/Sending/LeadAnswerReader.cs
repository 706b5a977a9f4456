using System.Net;
using System.Text.Json;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Cli.Sending;

/// <summary>Reads the filter's answer to a lead: an outcome, or problem details (RFC 9457).</summary>
internal static class LeadAnswerReader
{
    /// <summary>Reads an answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    public static LeadAnswer Read(HttpStatusCode status, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read((int)status, json.RootElement);
        }
        catch (JsonException)
        {
            return Other((int)status, null);
        }
    }

    private static LeadAnswer Read(int status, JsonElement answer) => (status, answer.Text("outcome")) switch
    {
        (>= 200 and < 300, "success") => new() { Kind = AnswerKind.Success, Code = LeadLine.Accept, Lead = LeadOf(answer) },
        (>= 200 and < 300, "failure") when PrimaryReason(answer) is { } code =>
            new() { Kind = AnswerKind.Failure, Code = code, Lead = LeadOf(answer) },
        (_, "error") => new() { Kind = AnswerKind.Error, Code = "error", Detail = answer.Text("reason"), Again = true },
        _ => Other(status, ProblemDetails.Read(answer)),
    };

    private static LeadAnswer Other(int status, string? detail) => status switch
    {
        >= 500 => new() { Kind = AnswerKind.Error, Code = $"http_{status}", Detail = detail ?? $"HTTP status {status}", Again = true },
        429 => new() { Kind = AnswerKind.Protocol, Code = "http_429", Detail = detail ?? "too many requests", Again = true },
        >= 300 => new() { Kind = AnswerKind.Protocol, Code = $"http_{status}", Detail = detail ?? $"HTTP status {status}" },
        _ =>
            new()
            {
                Kind = AnswerKind.Protocol,
                Code = "unreadable",
                Detail = $"HTTP status {status} with an answer that is not the filter's",
            },
    };

    private static string? LeadOf(JsonElement answer) =>
        answer.TryGetProperty("lead", out var lead) ? lead.Text("id") : null;

    private static string? PrimaryReason(JsonElement answer) =>
        answer.TryGetProperty("reasons", out var reasons) && reasons is { ValueKind: JsonValueKind.Array } && reasons.GetArrayLength() > 0
        && ReasonCode.TryParse(reasons[0].Text("code"), out var code)
            ? code.ToString()
            : null;
}
