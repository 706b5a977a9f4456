using System.Text;
using System.Text.Json;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>One pass over a JSON body. Only values become strings; names are matched where they stand.</summary>
internal ref struct JsonFields
{
    // What is nested deeper than is read is skipped, however deep: the body's length bounds it.
    private static readonly JsonReaderOptions Reading = new() { AllowTrailingCommas = true, MaxDepth = int.MaxValue };

    private static readonly Problem NotAnObject = Problem.UnreadableBody(
        "The body is not a JSON object. Send one lead as {\"first_name\":\"…\", …}; lists of several leads are not read.");

    private readonly ReadOnlySpan<byte> body;
    private readonly LeadDraft draft;
    private readonly int known;
    private Utf8JsonReader reader;
    private FieldPath path;

    /// <summary>Starts a pass.</summary>
    /// <param name="body">The body.</param>
    /// <param name="draft">Where the fields go.</param>
    /// <param name="known">How many fields an earlier pass over the same body has added: these are not added again.</param>
    /// <param name="names">Room for <see cref="FieldPath.MaxLength"/> characters.</param>
    /// <param name="starts">Room for <see cref="FieldPath.MaxDepth"/> numbers.</param>
    public JsonFields(ReadOnlySpan<byte> body, LeadDraft draft, int known, Span<char> names, Span<int> starts)
    {
        this.body = body;
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
        if (IsListOfOne(reader))
        {
            reader.Read();
        }

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

    // Some senders of webhooks put each message into a list.
    private static bool IsListOfOne(Utf8JsonReader ahead)
    {
        if (ahead.TokenType != JsonTokenType.StartArray || !ahead.Read() || ahead.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        ahead.Skip();
        return ahead.Read() && ahead.TokenType == JsonTokenType.EndArray;
    }

    private Problem? ReadToken()
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                return TryPushName() ? null : SkipUnnamed();
            case JsonTokenType.StartObject:
                return path.Depth < FieldPath.MaxDepth ? null : AddUnfit("is nested too deep. Send fields side by side.");
            case JsonTokenType.EndObject:
                if (path.Depth > 0)
                {
                    path.Pop();
                }

                return null;
            case JsonTokenType.EndArray:
                return null;
            case JsonTokenType.StartArray:
                return ReadList();
            default:
                return JsonText.TryRead(ref reader, out var value) ? Add(value) : AddUnfit(JsonText.NotText);
        }
    }

    private Problem? Add(string? value)
    {
        var problem = ++Count <= known ? null : ReadField.AddTo(draft, path.Name, value);
        path.Pop();
        return problem;
    }

    private Problem? AddUnfit(string why)
    {
        var content = Skip();
        var problem = ++Count <= known ? null : ReadField.AddUnfit(draft, path.Name, content, why);
        path.Pop();
        return problem;
    }

    private Problem? ReadList()
    {
        var start = reader;
        var why = JsonText.ReadList(ref reader, out var joined);
        if (why is null)
        {
            return Add(joined);
        }

        reader = start;
        if (draft.Knows(path.Name) || JsonPairs.Read(start) is not { } pairs)
        {
            return AddUnfit(why);
        }

        reader.Skip();
        foreach (var (name, value) in pairs)
        {
            if (++Count > known && ReadField.AddListed(draft, path.Name, name, value) is { } problem)
            {
                return problem;
            }
        }

        path.Pop();
        return null;
    }

    private bool TryPushName()
    {
        try
        {
            // Unescaped, a name takes no more characters than its bytes.
            if (reader.ValueSpan.Length < path.Room.Length)
            {
                path.Push(reader.CopyString(path.Room));
                return true;
            }

            return path.TryPush(reader.GetString());
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that an escape stands for half a surrogate pair, or that bytes are not UTF-8.
            return false;
        }
    }

    /// <summary>Skips a field whose name no campaign can know: it is too long, or no text.</summary>
    private Problem? SkipUnnamed()
    {
        var name = path.With(Encoding.UTF8.GetString(reader.ValueSpan));
        reader.Read();
        var content = Skip();
        return ++Count <= known ? null : ReadField.Ignore(draft, name, content);
    }

    private ReadOnlySpan<byte> Skip()
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return body[start..(int)reader.BytesConsumed];
    }
}
