namespace LeadFilter.Http.Rows;

/// <summary>A row of a file, of whatever form.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its cells by column; of a file with one value a line a single one without a name. Empty cells are left out,
/// and those of columns without a name.</param>
/// <param name="Problem">Why it cannot be read, without its values; null if it can.</param>
internal sealed record FileRow(long Line, IReadOnlyList<KeyValuePair<string, string>> Cells, string? Problem)
{
    /// <summary>A row that cannot be read.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="problem">Why, without its values.</param>
    public static FileRow Broken(long line, string problem) => new(line, [], problem);

    /// <summary>Finds a cell by the name of its column, in any case and with blanks around it; of several the first counts.</summary>
    /// <param name="column">The name.</param>
    /// <returns>Null if there is none.</returns>
    public string? Find(string column)
    {
        foreach (var (name, value) in Cells)
        {
            if (name.AsSpan().Trim().Equals(column, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Not the values.</summary>
    public override string ToString() => $"(line {Line})";
}
