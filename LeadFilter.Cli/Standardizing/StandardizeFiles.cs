using LeadFilter.Http.Rows;
using LeadFilter.Cli.Standardizing.Columns;
using LeadFilter.Cli.Standardizing.Rows;

namespace LeadFilter.Cli.Standardizing;

/// <summary>The file that is read and the one that is written: under another name beside its place, until it is whole.</summary>
internal sealed class StandardizeFiles
{
    private readonly string inPath;
    private readonly string outPath;
    private readonly FileForm form;
    private readonly bool force;

    private StandardizeFiles(string inPath, string outPath, FileForm form, bool force)
    {
        this.inPath = inPath;
        this.outPath = outPath;
        this.form = form;
        this.force = force;
    }

    /// <summary>Finds the files.</summary>
    /// <param name="inPath">What to read; the ending tells the form.</param>
    /// <param name="outPath">What to write.</param>
    /// <param name="force">Whether a file that is there already may be replaced.</param>
    /// <param name="problem">Why they cannot be used; null if they can.</param>
    public static StandardizeFiles? Find(string inPath, string outPath, bool force, out string? problem)
    {
        var (from, to) = (FileName.FormOf(inPath), FileName.FormOf(outPath));
        problem = from is FileForm.Lines ? $"{inPath}: the name must end in .csv, .ndjson or .jsonl"
            : from != to ? $"{outPath}: the form cannot change; end the name in {(from is FileForm.Csv ? ".csv" : ".ndjson or .jsonl")}"
            : Directory.Exists(outPath) ? $"{outPath}: this is a folder"
            : !force && File.Exists(outPath) ? $"{outPath} exists; give --force to replace it"
            : null;
        return problem is null ? new(inPath, outPath, from, force) : null;
    }

    /// <summary>Reads the one and writes the other, which comes into being only if nothing is wrong.</summary>
    /// <param name="matcher">Tells which field a column holds.</param>
    /// <param name="keepFormulas">Whether cells of CSV that a spreadsheet would run stay as they are.</param>
    /// <param name="show">Runs, and shows how it goes on; its second argument is how long the input is, in bytes.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    /// <exception cref="IOException">A file cannot be read or written, or both are the same file.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be read or written.</exception>
    public async Task<string?> RunAsync(ColumnMatcher matcher, bool keepFormulas, Func<StandardizeRun, long, Task<string?>> show)
    {
        await using var input = new FileStream(
            inPath, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.Read });
        if (IsInput())
        {
            return $"{outPath}: this is the file that is read, or another program uses it";
        }

        var part = $"{outPath}.{Path.GetRandomFileName()}.part";
        try
        {
            string? problem;
            await using (var output = new FileStream(
                part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous }))
            {
                IRowForm rows = form is FileForm.Csv ? new CsvForm(matcher, keepFormulas) : new NdjsonForm(matcher);
                problem = await show(new StandardizeRun(rows, input, output, matcher), input.CanSeek ? input.Length : 0);
            }

            if (problem is null)
            {
                File.Move(part, outPath, force);
            }

            return problem is null ? null : $"{inPath}: {problem}";
        }
        finally
        {
            File.Delete(part);
        }
    }

    // Two names, links among them, can mean one file. The input is open and may only be read meanwhile, so opening it to write fails.
    private bool IsInput()
    {
        if (Path.GetFullPath(inPath) == Path.GetFullPath(outPath))
        {
            return true;
        }

        try
        {
            using var probe = File.Exists(outPath) ? new FileStream(outPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
