using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;

namespace LeadFilter.Cli.Standardizing;

/// <summary>Writes what came of a file for people.</summary>
internal static class StandardizeReportTable
{
    /// <summary>How many reasons are shown of each column.</summary>
    private const int MaxReasons = 3;

    /// <summary>Writes a row a column.</summary>
    /// <param name="surroundings">Where to.</param>
    /// <param name="report">What came of the file.</param>
    public static void Write(Surroundings surroundings, StandardizeReport report)
    {
        var listing = new Listing(
            ListingColumn.Prose("column"),
            ListingColumn.Word("field"),
            ListingColumn.Number("rows"),
            ListingColumn.Number("unchanged"),
            ListingColumn.Number("fixed"),
            ListingColumn.Number("blank"),
            ListingColumn.Number("invalid"),
            ListingColumn.Prose("most frequent reasons"));
        foreach (var column in report.Columns)
        {
            listing.Add(
                column.Column,
                column.Field,
                $"{column.Rows:N0}",
                $"{column.Unchanged:N0}",
                $"{column.Mended:N0}",
                $"{column.Blank:N0}",
                $"{column.Invalid:N0}",
                string.Join(", ", column.Reasons.Take(MaxReasons).Select(reason => $"{reason.Why} ({reason.Count:N0})")));
        }

        listing.WriteTo(surroundings.Output);
        if (report.Guarded > 0)
        {
            surroundings.Out.WriteLine(
                $"{Counted.Of(report.Guarded, "cell")} that a spreadsheet would run {(report.Guarded == 1 ? "has" : "have")} an apostrophe "
                    + "before the text; --keep-formulas leaves such cells as they are");
        }

        surroundings.Out.WriteLine($"{Counted.Of(report.Rows, "row")} in {report.Seconds:N1} s: {report.RowsPerSecond:N0} rows/s");
    }
}
