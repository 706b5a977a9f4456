using LeadFilter.Cli.Invocation;
using Spectre.Console;

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
        var table = new Table().Border(TableBorder.Simple).AddColumns("column", "field");
        foreach (var count in (string[])["rows", "unchanged", "fixed", "blank", "invalid"])
        {
            table.AddColumn(count, column => column.RightAligned());
        }

        table.AddColumn("most frequent reasons");
        foreach (var column in report.Columns)
        {
            table.AddRow(
                new Text(Printable.Of(column.Column)),
                new Text(column.Field),
                new Text($"{column.Rows:N0}"),
                new Text($"{column.Unchanged:N0}"),
                new Text($"{column.Mended:N0}"),
                new Text($"{column.Blank:N0}"),
                new Text($"{column.Invalid:N0}"),
                new Text(string.Join(", ", column.Reasons.Take(MaxReasons).Select(reason => $"{reason.Why} ({reason.Count:N0})"))));
        }

        if (report.Columns.Count > 0)
        {
            surroundings.Output.Write(table);
        }

        if (report.Guarded > 0)
        {
            surroundings.Out.WriteLine(
                $"{report.Guarded:N0} cells that a spreadsheet would run have an apostrophe before them; --keep-formulas leaves them "
                    + "as they are");
        }

        surroundings.Out.WriteLine($"{report.Rows:N0} rows in {report.Seconds:N1} s: {report.RowsPerSecond:N0} rows/s");
    }
}
