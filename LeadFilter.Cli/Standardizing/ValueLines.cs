using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LeadFilter.Http.Rows;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing;

/// <summary>Answers raw values, one a line, with JSON, one object a line, in the same order.</summary>
/// <param name="type">The type of the values.</param>
/// <param name="at">The time against which ages are told.</param>
internal sealed class ValueLines(FieldType type, DateTimeOffset at)
{
    /// <summary>How many bytes of answers are held back while more values are at hand.</summary>
    private const int MaxHeldBack = 64 * 1024;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> answers = new(MaxHeldBack);

    /// <summary>
    /// Answers until the input ends. All that can be answered is written before more input is waited for, so that a program may send
    /// one value and wait for its answer.
    /// </summary>
    /// <param name="input">UTF-8; lines end with LF or CRLF.</param>
    /// <param name="output">Takes the answers.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What is wrong with the input, with the line's number; null if nothing is.</returns>
    public async Task<string?> AnswerAsync(Stream input, TextWriter output, CancellationToken cancellation)
    {
        var rows = new WholeRows(input);
        await using var json = new Utf8JsonWriter(answers, Plain);
        while (await rows.ReadAsync(LineEnds.Instance, cancellation) is { Count: > 0 } piece)
        {
            for (var next = 0; next < piece.Count; next++)
            {
                var line = LineEnds.Cut(piece[next]);
                if (!Utf8.IsValid(line.Span))
                {
                    await WriteAsync(output);
                    return $"line {piece.FirstRow + next}: {CsvRow.NotUtf8}";
                }

                Answer(json, line.Span);
                if (answers.WrittenCount >= MaxHeldBack)
                {
                    await WriteAsync(output);
                }
            }

            await WriteAsync(output);
        }

        return rows.IsTooLong ? $"line {rows.NextRow}: {WholeRows.TooLong}" : null;
    }

    private void Answer(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        ValueJson.Write(json, type, Encoding.UTF8.GetString(text), at);
        json.Flush();
        json.Reset();
        answers.Write("\n"u8);
    }

    private async Task WriteAsync(TextWriter output)
    {
        if (answers.WrittenCount > 0)
        {
            await output.WriteAsync(Encoding.UTF8.GetString(answers.WrittenSpan));
            await output.FlushAsync();
            answers.ResetWrittenCount();
        }
    }
}
