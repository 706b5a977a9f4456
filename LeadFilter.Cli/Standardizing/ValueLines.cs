using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing;

/// <summary>Answers raw values, one a line, with JSON, one object a line, in the same order.</summary>
/// <param name="type">The type of the values.</param>
/// <param name="at">The time against which ages are told.</param>
internal sealed class ValueLines(FieldType type, DateTimeOffset at)
{
    /// <summary>The longest line, in bytes.</summary>
    public const int LongestLine = 1024 * 1024;

    /// <summary>How many bytes of answers are held back while more values are at hand.</summary>
    private const int MostHeldBack = 64 * 1024;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> answers = new(MostHeldBack);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

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
        var pipe = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        await using var json = new Utf8JsonWriter(answers, Plain);
        string? problem = null;
        for (var number = 1L; ;)
        {
            // A read of a terminal ends only with a line, whatever its token says; so the wait for it is what is given up.
            var read = await pipe.ReadAsync(cancellation).AsTask().WaitAsync(cancellation);
            var rest = read.Buffer;
            while (problem is null && TryTakeLine(ref rest, read.IsCompleted, out var line))
            {
                problem = Answer(json, line, number++);
                if (answers.WrittenCount >= MostHeldBack)
                {
                    await WriteAsync(output);
                }
            }

            problem ??= rest.Length > LongestLine ? TooLong(number) : null;
            await WriteAsync(output);
            pipe.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted || problem is not null)
            {
                break;
            }
        }

        await pipe.CompleteAsync();
        return problem;
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, bool last, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        if (!last || rest.IsEmpty)
        {
            return false;
        }

        rest = rest.Slice(rest.End);
        return true;
    }

    private static string TooLong(long number) => $"line {number}: longer than {LongestLine / 1024} KB";

    private string? Answer(Utf8JsonWriter json, in ReadOnlySequence<byte> line, long number)
    {
        if (line.Length > LongestLine)
        {
            return TooLong(number);
        }

        ReadOnlySpan<byte> text = line.IsSingleSegment ? line.FirstSpan : line.ToArray();
        text = number is 1 && text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;
        text = text is [.., (byte)'\r'] ? text[..^1] : text;
        ValueJson.Write(json, type, Encoding.UTF8.GetString(text), at);
        json.Flush();
        json.Reset();
        answers.Write("\n"u8);
        return null;
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
