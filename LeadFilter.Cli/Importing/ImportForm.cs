namespace LeadFilter.Cli.Importing;

/// <summary>The form of a file to import.</summary>
internal enum ImportForm
{
    /// <summary>CSV with a header.</summary>
    Csv,

    /// <summary>One JSON object, or one JSON text, a line.</summary>
    Ndjson,

    /// <summary>One value a line.</summary>
    Lines,
}
