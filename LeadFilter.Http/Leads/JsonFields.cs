using System.Text;
using System.Text.Json;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>One pass over a JSON body. Only values become strings; names are matched where they stand.</summary>
internal ref struct JsonFields
{
    private static readonly JsonReaderOptions Reading = new() { AllowTrailingCommas = true };

    private static readonly Problem NotAnObject = Problem.UnreadableBody(
        "The body is not a JSON object. Send one lead as {\"first_name\":\"…\", …}; lists of leads are not taken.");

    private static readonly Problem HalfNames = Problem.UnreadableBody(
        "A field's name holds one half of a surrogate pair, such as \\ud83d. Send both halves, or the character itself.");

    private readonly LeadDraft draft;
    private readonly int known;
    private Utf8JsonReader reader;
    private FieldPath path;

    /// <summary>Starts a pass.</summary>
    /// <param name="body">The body, valid UTF-8.</param>
    /// <param name="draft">Where the fields go.</param>
    /// <param name="known">How many fields an earlier pass over the same body has added: these are not added again.</param>
    /// <param name="names">Room for <see cref="FieldPath.MaxLength"/> characters.</param>
    /// <param name="starts">Room for <see cref="FieldPath.MaxDepth"/> numbers.</param>
    public JsonFields(ReadOnlySpan<byte> body, LeadDraft draft, int known, Span<char> names, Span<int> starts)
    {
        this.draft = draft;
        this.known = known;
        reader = new(body, Reading);
        path = new(names, starts);
    }

    /// <summary>How many fields were met so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds all fields to the draft.</summary>
    /// <returns>What is wrong, or null.</returns>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public Problem? ReadAll()
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return NotAnObject;
        }

        while (reader.Read())
        {
            if (ReadToken() is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private Problem? ReadToken()
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                return PushName();
            case JsonTokenType.StartObject:
                return path.Depth < FieldPath.MaxDepth ? null : FieldPath.TooDeep;
            case JsonTokenType.EndObject:
                if (path.Depth > 0)
                {
                    path.Pop();
                }

                return null;
            case JsonTokenType.StartArray:
                return JoinArray(out var joined) ?? Add(joined);
            default:
                return ReadScalar(out var value) ?? Add(value);
        }
    }

    private Problem? Add(string? value)
    {
        var problem = ++Count <= known ? null : ReadField.AddTo(draft, path.Name, value);
        path.Pop();
        return problem;
    }

    private Problem? PushName()
    {
        try
        {
            // Unescaped, a name takes no more characters than its bytes.
            if (reader.ValueSpan.Length < path.Room.Length)
            {
                path.Push(reader.CopyString(path.Room));
                return null;
            }

            return path.TryPush(reader.GetString()) ? null : FieldPath.TooLong;
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that an escape stands for half a surrogate pair.
            return HalfNames;
        }
    }

    private Problem? ReadScalar(out string? value)
    {
        value = null;
        try
        {
            value = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => null,
            };
            return null;
        }
        catch (InvalidOperationException)
        {
            var name = path.Name.ToString();
            return Problem.UnreadableField(
                name,
                $"The field '{name}' holds one half of a surrogate pair, such as \\ud83d. Send both halves, or the character itself.");
        }
    }

    private Problem? JoinArray(out string joined)
    {
        joined = "";
        StringBuilder? builder = null;
        for (var empty = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray;)
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                var name = path.Name.ToString();
                return Problem.UnreadableField(name, $"The field '{name}' is an array of objects or arrays. Send texts and numbers only.");
            }

            if (ReadScalar(out var value) is { } problem)
            {
                return problem;
            }

            if (value is null)
            {
                continue;
            }

            if (empty)
            {
                joined = value;
                empty = false;
            }
            else
            {
                builder ??= new(joined);
                builder.Append(',').Append(value);
            }
        }

        joined = builder?.ToString() ?? joined;
        return null;
    }
}
