namespace LeadFilter.Cli.Files;

/// <summary>The form of a file to import.</summary>
internal enum FileForm
{
    /// <summary>CSV with a header.</summary>
    Csv,

    /// <summary>One JSON object, or one JSON text, a line.</summary>
    Ndjson,

    /// <summary>One value a line.</summary>
    Lines,
}
