using LeadFilter.Cli.Invocation;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Shows rejections to people.</summary>
internal static class RejectionsTable
{
    /// <summary>Writes a table, a row for each rejection.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rejections">The rejections, in the order to show.</param>
    public static void Write(IAnsiConsole output, IReadOnlyList<Rejection> rejections)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("time (UTC)", "lead", "vendor", "source", "reasons", "test");
        table.Columns[0].NoWrap = true;
        table.Columns[1].NoWrap = true;
        foreach (var one in rejections)
        {
            table.AddRow(
                new Text($"{one.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}"),
                new Text(Printable.Of(one.Lead)),
                new Text(Printable.Of(one.Vendor)),
                new Text(Printable.Of(one.Source)),
                new Text(Printable.Of(string.Join(", ", one.Reasons.Select(reason => reason.Code)))),
                new Text(one.Test ? "test" : ""));
        }

        output.Write(table);
    }
}
