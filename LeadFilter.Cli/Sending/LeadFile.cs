using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using LeadFilter.Http.Rows;

namespace LeadFilter.Cli.Sending;

/// <summary>Where leads to send come from: a file or the standard input.</summary>
internal sealed class LeadFile
{
    private readonly Func<Stream> open;
    private readonly FileForm form;

    private LeadFile(Func<Stream> open, FileForm form, bool repeatable)
    {
        this.open = open;
        this.form = form;
        Repeatable = repeatable;
    }

    /// <summary>Whether it can be read a second time, so that it can be checked as a whole before the first lead is sent.</summary>
    public bool Repeatable { get; }

    /// <summary>What the user must know about how it was read; null if there is nothing, or nothing was read yet.</summary>
    public string? Note { get; private set; }

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
            file = new(openInput, FileForm.Ndjson, repeatable: false);
            return true;
        }

        var found = FileName.FormOf(path);
        if (found is FileForm.Lines)
        {
            problem = $"{path}: the name must end in .ndjson, .jsonl or .csv (or give - to read NDJSON from the standard input)";
            return false;
        }

        try
        {
            using var probe = FileName.Open(path);
            file = new(() => FileName.Open(path), found, probe.CanSeek);
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
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = open();
        var rows = new WholeRows(stream);
        var lines = form is FileForm.Csv
            ? CsvLeads.ReadAsync(rows, reader, cancellation)
            : NdjsonLeads.ReadAsync(rows, reader, cancellation);
        await foreach (var line in lines)
        {
            Note = rows.Note;
            yield return line;
        }
    }
}
