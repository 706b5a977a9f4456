using System.Buffers;
using System.Globalization;
using System.Text.Json;
using LeadFilter.Core.Targets;

namespace LeadFilter.Pipeline.Targets;

/// <summary>The fields of an opt-out, as texts and as the JSON of its notice. Only what the target may know goes into the queue.</summary>
internal static class OptOutValues
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Its fields.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Of(OptOutRequest request) =>
    [
        new(OptOutFields.Id, request.Id),
        new(OptOutFields.ReceivedAt, request.ReceivedAt.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)),
        new(OptOutFields.Channels, string.Join(',', request.Channels)),
        new(OptOutFields.Email, request.Email),
        new(OptOutFields.Phone, request.Phone),
        new(OptOutFields.EmailSha256, request.EmailSha256),
        new(OptOutFields.PhoneSha256, request.PhoneSha256),
    ];

    /// <summary>Those of its fields that a target may know, as a JSON object.</summary>
    public static ReadOnlyMemory<byte> Write(OptOutTarget target, OptOutRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Of(request).Where(one => one.Value is not null && target.Fields.Names.Contains(one.Key)))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return
        [
            .. document.RootElement.EnumerateObject()
                .Where(static one => one.Value.ValueKind == JsonValueKind.String)
                .Select(static one => KeyValuePair.Create(one.Name, one.Value.GetString())),
        ];
    }
}
