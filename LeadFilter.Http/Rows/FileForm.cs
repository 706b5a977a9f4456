namespace LeadFilter.Http.Rows;

/// <summary>The form of a file of rows.</summary>
internal enum FileForm
{
    /// <summary>One value a line.</summary>
    Lines,

    /// <summary>CSV with a header.</summary>
    Csv,

    /// <summary>One JSON document a line.</summary>
    Ndjson,
}
