namespace LeadFilter.Http.Rows;

/// <summary>What the name of a file tells.</summary>
internal static class FileName
{
    /// <summary>The form of a file: CSV (<c>.csv</c>), NDJSON (<c>.ndjson</c>, <c>.jsonl</c>), lines (any other name).</summary>
    /// <param name="path">The file's path.</param>
    public static FileForm FormOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => FileForm.Csv,
        ".ndjson" or ".jsonl" => FileForm.Ndjson,
        _ => FileForm.Lines,
    };

    /// <summary>Opens a file to be read from its beginning to its end.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be opened.</exception>
    public static FileStream Open(string path) =>
        new(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.ReadWrite });
}
