using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>What the demo CRM shows of a lead; a text that the lead does not have is empty, and a long one is cut off.</summary>
/// <param name="ReceivedAt">When the filter received it, as written in the lead.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Vendor">Who sold it.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Phone">The first phone number.</param>
/// <param name="State">The state.</param>
/// <param name="Price">What it costs.</param>
internal sealed record LeadView(
    string ReceivedAt,
    string Campaign,
    string Vendor,
    string Name,
    string Email,
    string Phone,
    string State,
    string Price)
{
    private const int MaxText = 200;

    /// <summary>Reads a body as the filter posts it under standard names.</summary>
    /// <param name="body">The body.</param>
    /// <param name="view">What to show.</param>
    /// <returns>False if the body is not a JSON object, or one of its texts is not Unicode.</returns>
    public static bool TryRead(string body, [NotNullWhen(true)] out LeadView? view)
    {
        view = null;
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } root)
            {
                var fields = root.TryGetProperty("fields"u8, out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
                view = new(
                    Text(root, "received_at"),
                    Text(root, "campaign"),
                    Text(root, "vendor"),
                    $"{Text(fields, "first_name")} {Text(fields, "last_name")}".Trim(),
                    Text(fields, "email"),
                    Text(fields, "phone_1"),
                    Text(fields, "state"),
                    Text(root, "price"));
            }
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // The reader's word for half a surrogate pair in an escape.
            return false;
        }

        return view is not null;
    }

    private static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.Null ? "" : Shorten(value.ToString())
            : "";

    private static string Shorten(string text) => text.Length <= MaxText ? text : $"{text.AsSpan(0, MaxText)}…";
}
