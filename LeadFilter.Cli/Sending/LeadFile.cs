using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Cli.Sending;

/// <summary>Where leads to send come from: a file or the standard input.</summary>
internal sealed class LeadFile
{
    private readonly Func<Stream> open;
    private readonly bool csv;

    private LeadFile(Func<Stream> open, bool csv, bool repeatable)
    {
        this.open = open;
        this.csv = csv;
        Repeatable = repeatable;
    }

    /// <summary>Whether it can be read a second time, so that it can be checked as a whole before the first lead is sent.</summary>
    public bool Repeatable { get; }

    /// <summary>Finds the file.</summary>
    /// <param name="path">Its path, whose ending tells the form; <c>-</c> for NDJSON from the standard input.</param>
    /// <param name="openInput">Opens the standard input.</param>
    /// <param name="file">The file.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryFind(
        string path,
        Func<Stream> openInput,
        [NotNullWhen(true)] out LeadFile? file,
        [NotNullWhen(false)] out string? problem)
    {
        file = null;
        problem = null;
        if (path is "-")
        {
            file = new(openInput, csv: false, repeatable: false);
            return true;
        }

        var ending = Path.GetExtension(path).ToLowerInvariant();
        if (ending is not (".ndjson" or ".jsonl" or ".csv"))
        {
            problem = $"{path}: the name must end in .ndjson, .jsonl or .csv (or give - to read NDJSON from the standard input)";
            return false;
        }

        try
        {
            using var probe = Open(path);
            file = new(() => Open(path), ending is ".csv", probe.CanSeek);
            return true;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            problem = missing.Message;
            return false;
        }
    }

    /// <summary>Reads its leads; a broken line does not end the reading unless the next one cannot be found.</summary>
    /// <param name="reader">Reads one lead.</param>
    /// <param name="cancellation">Stops.</param>
    public async IAsyncEnumerable<LineReading> ReadAsync(
        LeadLineReader reader,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = open();
        var lines = csv ? CsvLeads.ReadAsync(stream, reader, cancellation) : NdjsonLeads.ReadAsync(stream, reader, cancellation);
        await foreach (var line in lines)
        {
            yield return line;
        }
    }

    private static FileStream Open(string path) =>
        new(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.ReadWrite });
}
