using System.Globalization;
using LeadFilter.Cli.Invocation;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Shows decisions to people.</summary>
internal static class DecisionsTable
{
    /// <summary>Writes a table, a row for each decision.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="decisions">The decisions, in the order to show.</param>
    public static void Write(IAnsiConsole output, IReadOnlyList<LoggedDecision> decisions)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(
            "time (UTC)", "lead", "vendor", "source", "outcome", "price", "findings", "test");
        table.Columns[0].NoWrap = true;
        table.Columns[1].NoWrap = true;
        table.Columns[5].RightAligned().NoWrap = true;
        foreach (var one in decisions)
        {
            table.AddRow(
                new Text($"{one.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}"),
                new Text(Printable.Of(one.Lead)),
                new Text(Printable.Of(one.Vendor)),
                new Text(Printable.Of(one.Source)),
                new Text(Printable.Of(one.Outcome)),
                new Text(one.Price.ToString("0.00##", CultureInfo.InvariantCulture)),
                new Text(Printable.Of(string.Join(", ", one.Findings.Select(Words)))),
                new Text(one.Test ? "test" : ""));
        }

        output.Write(table);
    }

    private static string Words(LoggedFinding finding) =>
        finding.Effect == "reject" ? finding.Code : $"{finding.Code} ({finding.Effect})";
}
