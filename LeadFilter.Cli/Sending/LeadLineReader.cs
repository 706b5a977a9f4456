using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using LeadFilter.Http.Rows;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Sending;

/// <summary>
/// Reads one lead from its JSON. Keys beginning with <c>_</c> are for the sender and are cut out; every other byte between the
/// braces is kept as it stands, so that a lead arrives exactly as it was written.
/// </summary>
/// <param name="defaultVendor">Who sends lines that do not say; null if every line must.</param>
internal sealed class LeadLineReader(VendorId? defaultVendor)
{
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = WholeRows.MaxRow };

    /// <summary>Reads a lead.</summary>
    /// <param name="json">The line.</param>
    /// <param name="number">Its number, from 1.</param>
    public LineReading Read(ReadOnlySpan<byte> json, long number)
    {
        if (!Utf8.IsValid(json))
        {
            return LineReading.Broken(number, CsvRow.NotUtf8);
        }

        try
        {
            return Read(json, number, new Utf8JsonReader(json, AnyDepth));
        }
        catch (JsonException broken)
        {
            return LineReading.Broken(number, $"not valid JSON at byte {broken.BytePositionInLine + 1}");
        }
    }

    private LineReading Read(ReadOnlySpan<byte> json, long number, Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return LineReading.Broken(number, "not a JSON object");
        }

        var notes = new SenderNotes();
        var kept = new ArrayBufferWriter<byte>(json.Length + 2);
        var times = new List<LeadBody.Time>();
        kept.Write("{"u8);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var ours = IsOurs(ref reader);
            var name = ours ? TextOf(ref reader) : null;
            reader.Read();
            if (ours)
            {
                if (notes.Take(name, reader.TokenType is JsonTokenType.String ? TextOf(ref reader) : null) is { } wrong)
                {
                    return LineReading.Broken(number, wrong);
                }

                reader.Skip();
                continue;
            }

            if (kept.WrittenCount > 1)
            {
                kept.Write(","u8);
            }

            if (!CollectTimes(ref reader, kept.WrittenCount - start, times))
            {
                return LineReading.Broken(number, "a time such as {now-45s:unix} is wanted after '{now'");
            }

            kept.Write(json[start..(int)reader.BytesConsumed]);
        }

        reader.Read();
        kept.Write("}"u8);
        return (notes.Vendor ?? defaultVendor) is { } vendor
            ? LineReading.Of(new LeadLine
            {
                Number = number,
                Vendor = vendor,
                Campaign = notes.Campaign,
                Expect = notes.Expect,
                Group = notes.Group,
                Body = new LeadBody(kept.WrittenMemory, times),
            })
            : LineReading.Broken(number, "no _vendor; name one in the line or for all lines with --vendor ID");
    }

    /// <summary>Whether the name at the reader begins with <c>_</c>, plain or escaped.</summary>
    private static bool IsOurs(ref Utf8JsonReader reader) =>
        reader.ValueSpan.StartsWith("_"u8)
        || (reader.ValueIsEscaped && (reader.ValueSpan.StartsWith("\\u005f"u8) || reader.ValueSpan.StartsWith("\\u005F"u8)));

    /// <summary>The text at the reader; null if it is an escape that is no character.</summary>
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Moves over the value at the reader and notes the times in its texts.</summary>
    private static bool CollectTimes(ref Utf8JsonReader reader, int shift, List<LeadBody.Time> times)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String && !CollectTimes(reader.ValueSpan, (int)reader.TokenStartIndex + 1 + shift, times))
            {
                return false;
            }
        }
        while ((reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > depth) && reader.Read());
        return true;
    }

    private static bool CollectTimes(ReadOnlySpan<byte> text, int position, List<LeadBody.Time> times)
    {
        for (var at = 0; text[at..].IndexOf(NowExpression.Opening) is >= 0 and var next;)
        {
            at += next;
            if (!NowExpression.TryRead(text[at..], out var expression, out var length))
            {
                return false;
            }

            if (length > 0)
            {
                times.Add(new(position + at, length, expression));
            }

            at += Math.Max(length, 1);
        }

        return true;
    }
}
