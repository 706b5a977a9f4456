using LeadFilter.Cli.Sending;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>Finds the one lead that is to be explained: a JSON document of its own, or a line of a file of leads.</summary>
internal static class LeadToExplain
{
    private static readonly string[] LineForms = [".ndjson", ".jsonl", ".csv"];

    /// <summary>A lead without <c>_vendor</c> has the vendor <c>default</c>.</summary>
    private static readonly LeadLineReader Reader = new(default(VendorId));

    /// <summary>Reads the lead.</summary>
    /// <param name="path">The file's path; <c>-</c> for the standard input.</param>
    /// <param name="line">The line's number; null for the only or the first lead.</param>
    /// <param name="openInput">Opens the standard input.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<LineReading> ReadAsync(string path, int? line, Func<Stream> openInput, CancellationToken cancellation)
    {
        if (line is null && !LineForms.Contains(Path.GetExtension(path).ToLowerInvariant()))
        {
            return await ReadDocumentAsync(path, openInput, cancellation);
        }

        if (!LeadFile.TryFind(path, openInput, out var file, out var problem))
        {
            return new() { Problem = problem };
        }

        await foreach (var reading in file.ReadAsync(Reader, cancellation))
        {
            // A broken line tells its number only in words, and may stand before the one that is wanted.
            if (line is null || reading.Lead?.Number == line || reading.Problem?.StartsWith($"line {line}:", StringComparison.Ordinal) == true)
            {
                return reading.Problem is { } broken ? new() { Problem = $"{path}: {broken}" } : reading;
            }
        }

        return new() { Problem = line is null ? $"{path}: there is no lead in it" : $"{path}: there is no lead in line {line}" };
    }

    private static async Task<LineReading> ReadDocumentAsync(string path, Func<Stream> openInput, CancellationToken cancellation)
    {
        await using var stream = path is "-" ? openInput() : File.OpenRead(path);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellation);
        var json = content.ToArray().AsMemory();
        if (json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            json = json[3..];
        }

        if (json.Length > LeadLineReader.LongestLine)
        {
            return new() { Problem = $"{path}: longer than {LeadLineReader.LongestLine / 1024} KB; one lead of a file of several is chosen with --line N" };
        }

        var reading = Reader.Read(json.Span, 1);
        return reading.Problem is { } problem
            ? new() { Problem = $"{path}: {problem["line 1: ".Length..]}; one lead of a file of several is chosen with --line N" }
            : reading;
    }
}
