using System.Text.Json;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>
/// A JSON body with places for fields. A text that is one field and nothing else is written in the field's own type: a number, true or
/// false, or text. A member of optional fields that the lead does not have is left out.
/// </summary>
public sealed class JsonTemplate
{
    private readonly FileNodeKind kind;
    private readonly IReadOnlyList<KeyValuePair<string, JsonTemplate>> members;
    private readonly LeadTemplate? text;
    private readonly string literal;

    private JsonTemplate(FileNodeKind kind, IReadOnlyList<KeyValuePair<string, JsonTemplate>> members, LeadTemplate? text, string literal)
    {
        this.kind = kind;
        this.members = members;
        this.text = text;
        this.literal = literal;
    }

    /// <summary>An object.</summary>
    /// <param name="members">Its members, in order.</param>
    public static JsonTemplate Object(IReadOnlyList<KeyValuePair<string, JsonTemplate>> members) =>
        new(FileNodeKind.Object, members, null, "");

    /// <summary>An array.</summary>
    /// <param name="items">Its items.</param>
    public static JsonTemplate Array(IReadOnlyList<JsonTemplate> items) =>
        new(FileNodeKind.Array, [.. items.Select(static item => KeyValuePair.Create("", item))], null, "");

    /// <summary>Text.</summary>
    /// <param name="text">The text.</param>
    public static JsonTemplate Text(LeadTemplate text) => new(FileNodeKind.Text, [], text, "");

    /// <summary>A number, true, false or null, as it is written.</summary>
    /// <param name="literal">The JSON.</param>
    public static JsonTemplate Literal(string literal) => new(FileNodeKind.Number, [], null, literal);

    /// <summary>Whether any field stands in it.</summary>
    public bool HasFields => text?.HasFields ?? members.Any(static member => member.Value.HasFields);

    /// <summary>Writes it for a lead.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="lead">The lead.</param>
    /// <returns>False if the lead lacks a field that is needed; then what was written is of no use.</returns>
    internal bool TryWrite(Utf8JsonWriter json, Lead lead) => TryWrite(json, lead, null);

    /// <summary>Whether it is nothing but optional fields that the lead does not have.</summary>
    private bool IsLeftOut(Lead lead) => text is not null
        ? text.Write(lead, static value => value, out _) == TemplateResult.LeftOut
        : members.Count > 0 && members.All(member => member.Value.IsLeftOut(lead));

    private bool TryWrite(Utf8JsonWriter json, Lead lead, string? name)
    {
        if (text is not null)
        {
            return TryWriteText(json, lead, name, text);
        }

        if (name is not null && IsLeftOut(lead))
        {
            return true;
        }

        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        if (kind is not (FileNodeKind.Object or FileNodeKind.Array))
        {
            json.WriteRawValue(literal);
            return true;
        }

        var isObject = kind == FileNodeKind.Object;
        Action begin = isObject ? json.WriteStartObject : json.WriteStartArray;
        begin();
        foreach (var (key, member) in members)
        {
            if (!member.TryWrite(json, lead, isObject ? key : null))
            {
                return false;
            }
        }

        Action end = isObject ? json.WriteEndObject : json.WriteEndArray;
        end();
        return true;
    }

    private static bool TryWriteText(Utf8JsonWriter json, Lead lead, string? name, LeadTemplate text)
    {
        var result = text.Write(lead, static value => value, out var written);
        if (result != TemplateResult.Written)
        {
            return result == TemplateResult.LeftOut;
        }

        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        switch (text.Single?.Type.Kind)
        {
            case ValueKind.Flag: json.WriteBooleanValue(written == "true"); break;
            case ValueKind.Number: json.WriteRawValue(written); break;
            default: json.WriteStringValue(written); break;
        }

        return true;
    }
}
