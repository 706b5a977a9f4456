using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Answers one JSON object that is written as it is sent.</summary>
internal static class JsonObjectAnswer
{
    /// <summary>The answer.</summary>
    /// <param name="write">Writes the members into the object that has begun.</param>
    public static IResult Of(Action<Utf8JsonWriter> write) => Results.Stream(
        async body =>
        {
            await using var json = new Utf8JsonWriter(body);
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
            await json.FlushAsync();
        },
        "application/json");
}
