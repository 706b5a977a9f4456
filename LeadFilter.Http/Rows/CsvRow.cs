namespace LeadFilter.Http.Rows;

/// <summary>A row of a CSV file below its header.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">The texts of its cells, one for each column; none if it cannot be read.</param>
/// <param name="Problem">Why it cannot be read, without its values; null if it can.</param>
internal sealed record CsvRow(long Line, IReadOnlyList<string> Cells, string? Problem)
{
    /// <summary>What is wrong with bytes that are not text.</summary>
    public const string NotUtf8 = "not UTF-8; save the file as UTF-8";

    /// <summary>Not the values.</summary>
    public override string ToString() => $"(line {Line})";
}
