using System.Globalization;
using LeadFilter.Cli.Invocation;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Caps;

/// <summary>Shows caps to people.</summary>
internal static class CapsTable
{
    /// <summary>Writes a table, a row for each counter.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="caps">The counters, in the order to show.</param>
    public static void Write(IAnsiConsole output, IReadOnlyList<CapLine> caps)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(
            "cap", "vendor", "source", "per", "limit", "taken", "left", "resets at (UTC)", "mode");
        foreach (var number in table.Columns.Skip(4).Take(3))
        {
            number.RightAligned();
        }

        table.Columns[7].NoWrap = true;
        foreach (var cap in caps)
        {
            table.AddRow(
                new Text(Printable.Of(cap.Id)),
                new Text(Printable.Of(cap.Vendor ?? "all")),
                new Text(Printable.Of(cap.Source is "" ? "(none)" : cap.Source ?? "all")),
                new Text(Printable.Of(cap.Per)),
                new Text(cap.Limit.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(cap.Taken.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(cap.Left.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(cap.ResetsAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
                new Text(Printable.Of(cap.Mode)));
        }

        output.Write(table);
    }
}
