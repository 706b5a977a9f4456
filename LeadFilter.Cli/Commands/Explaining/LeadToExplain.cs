using LeadFilter.Http.Rows;
using LeadFilter.Cli.Sending;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>Finds the one lead that is to be explained: a JSON document of its own, or a line of a file of leads.</summary>
internal static class LeadToExplain
{
    private const string ChooseOne = "one lead of a file of several is chosen with --line N";

    /// <summary>A lead without <c>_vendor</c> has the vendor <c>default</c>.</summary>
    private static readonly LeadLineReader Reader = new(default(VendorId));

    /// <summary>Reads the lead.</summary>
    /// <param name="path">The file's path; <c>-</c> for the standard input.</param>
    /// <param name="line">The line's number; null for the only or the first lead.</param>
    /// <param name="openInput">Opens the standard input.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The lead, or why there is none; and what the user must know about how the file was read.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<(LeadLine? Lead, string? Problem, string? Note)> ReadAsync(
        string path, int? line, Func<Stream> openInput, CancellationToken cancellation)
    {
        if (line is null && FileName.FormOf(path) is FileForm.Lines)
        {
            return await ReadDocumentAsync(path, openInput, cancellation);
        }

        if (!LeadFile.TryFind(path, openInput, out var file, out var problem))
        {
            return (null, problem, null);
        }

        await foreach (var reading in file.ReadAsync(Reader, cancellation))
        {
            // A broken line may stand before the one that is wanted.
            if (line is null || reading.Number == line)
            {
                return (reading.Lead, reading.Message is { } broken ? $"{path}: {broken}" : null, file.Note);
            }
        }

        return (null, line is null ? $"{path}: there is no lead in it" : $"{path}: there is no lead in line {line}", null);
    }

    private static async Task<(LeadLine? Lead, string? Problem, string? Note)> ReadDocumentAsync(
        string path, Func<Stream> openInput, CancellationToken cancellation)
    {
        await using var stream = path is "-" ? openInput() : FileName.Open(path);
        var rows = new WholeRows(stream);
        var json = (await rows.ReadAsync(WholeFile.Instance, cancellation)).Bytes;
        if (rows.IsTooLong)
        {
            return (null, $"{path}: {WholeRows.TooLong}; {ChooseOne}", null);
        }

        var reading = Reader.Read(json.Span, 1);
        return (reading.Lead, reading.Problem is { } problem ? $"{path}: {problem}; {ChooseOne}" : null, rows.Note);
    }

    /// <summary>One row, the document.</summary>
    private sealed class WholeFile : IRowEnds
    {
        public static WholeFile Instance { get; } = new();

        public int Find(ReadOnlySpan<byte> bytes, bool last) => last ? bytes.Length : 0;
    }
}
