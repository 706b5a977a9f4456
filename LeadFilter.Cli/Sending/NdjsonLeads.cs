using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace LeadFilter.Cli.Sending;

/// <summary>Leads as NDJSON: one JSON object a line; blank lines are passed over.</summary>
internal static class NdjsonLeads
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads leads as they come; only the line in hand is kept.</summary>
    /// <param name="stream">The lines; left open.</param>
    /// <param name="reader">Reads one.</param>
    /// <param name="cancellation">Stops.</param>
    public static async IAsyncEnumerable<LineReading> ReadAsync(
        Stream stream,
        LeadLineReader reader,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        for (var number = 1L; ;)
        {
            // A read of a terminal ends only with a line, whatever its token says; so the wait for it is what is given up.
            var read = await pipe.ReadAsync(cancellation).AsTask().WaitAsync(cancellation);
            var rest = read.Buffer;
            while (TryTakeLine(ref rest, read.IsCompleted, out var line))
            {
                if (ReadLine(line, reader, number++) is { } reading)
                {
                    yield return reading;
                }
            }

            if (rest.Length > LeadLineReader.LongestLine)
            {
                yield return LineReading.Broken(number, $"longer than {LeadLineReader.LongestLine / 1024} KB");
                break;
            }

            pipe.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        await pipe.CompleteAsync();
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

    private static LineReading? ReadLine(ReadOnlySequence<byte> line, LeadLineReader reader, long number)
    {
        if (line.Length > LeadLineReader.LongestLine)
        {
            return LineReading.Broken(number, $"longer than {LeadLineReader.LongestLine / 1024} KB");
        }

        ReadOnlySpan<byte> json = line.IsSingleSegment ? line.FirstSpan : line.ToArray();
        json = number is 1 && json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
        return json.Trim(" \t\r"u8).IsEmpty ? null : reader.Read(json, number);
    }
}
