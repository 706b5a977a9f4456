using System.Text.Json;

namespace LeadFilter.Cli.Invocation;

/// <summary>The filter's words for a request that it refused (RFC 9457).</summary>
internal static class ProblemDetails
{
    /// <summary>Reads title and detail.</summary>
    /// <param name="body">The answer's body.</param>
    /// <returns>Null if it holds neither.</returns>
    public static string? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads title and detail.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>Null if it holds neither.</returns>
    public static string? Read(JsonElement answer) => (answer.Text("title"), answer.Text("detail")) switch
    {
        (null, var detail) => detail,
        (var title, null) => title,
        var (title, detail) => $"{title}: {detail}",
    };
}
