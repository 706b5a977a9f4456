using Spectre.Console;
using Spectre.Console.Rendering;

namespace LeadFilter.Cli.Listings;

/// <summary>
/// Records for people: a table where it fits on the screen, otherwise a block of <c>name: value</c> lines for each record. Numbers,
/// ids and names of columns are never broken. A file or a pipe, whose width nobody knows, always gets a table.
/// </summary>
/// <param name="columns">The columns.</param>
internal sealed class Listing(params ListingColumn[] columns)
{
    /// <summary>A column of prose that is narrower than this is a ladder of words.</summary>
    private const int MinProse = 24;

    /// <summary>What the borders and the padding take: three for each column, and one.</summary>
    private const int Gap = 3;

    private readonly List<ListingCell[]> records = [];

    /// <summary>How many records there are.</summary>
    public int Count => records.Count;

    /// <summary>Adds a record.</summary>
    /// <param name="cells">A value for each column.</param>
    public void Add(params ListingCell[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, columns.Length, nameof(cells));
        records.Add(cells);
    }

    /// <summary>Writes the records; nothing if there are none.</summary>
    /// <param name="console">Where to.</param>
    public void WriteTo(IAnsiConsole console)
    {
        if (records.Count == 0)
        {
            return;
        }

        if (FitInto(console) is { } widths)
        {
            console.Write(Table(widths));
        }
        else
        {
            WriteBlocks(console);
        }
    }

    /// <summary>The columns' widths on a console; null if they do not fit.</summary>
    private int[]? FitInto(IAnsiConsole console)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        var (least, most) = (new int[columns.Length], new int[columns.Length]);
        for (var at = 0; at < columns.Length; at++)
        {
            var sizes = records.Select(cells => cells[at].Text).Prepend(new Text(columns[at].Name))
                .Select(text => ((IRenderable)text).Measure(options, int.MaxValue)).ToList();
            most[at] = sizes.Max(static size => size.Max);
            least[at] = columns[at].Kind == ListingColumnKind.Prose
                ? Math.Min(most[at], Math.Max(MinProse, sizes.Max(static size => size.Min)))
                : most[at];
        }

        var spare = console.Profile.Width - 1 - (Gap * columns.Length) - least.Sum();
        if (spare < 0)
        {
            return null;
        }

        for (var at = 0; at < columns.Length; at++)
        {
            var more = Math.Min(spare, most[at] - least[at]);
            (least[at], spare) = (least[at] + more, spare - more);
        }

        return least;
    }

    private Table Table(int[] widths)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (column, width) in columns.Zip(widths))
        {
            var prose = column.Kind == ListingColumnKind.Prose;
            table.AddColumn(new TableColumn(new Text(column.Name))
            {
                NoWrap = !prose,
                Width = width,
                Alignment = column.Kind == ListingColumnKind.Number ? Justify.Right : Justify.Left,
            });
        }

        foreach (var cells in records)
        {
            table.AddRow(cells.Select(static cell => cell.Text));
        }

        return table;
    }

    private void WriteBlocks(IAnsiConsole console)
    {
        var names = columns.Max(static column => column.Name.Length) + 1;
        foreach (var cells in records)
        {
            var block = new Grid()
                .AddColumn(new GridColumn { NoWrap = true, Width = names, Padding = new(0, 0, 1, 0) })
                .AddColumn(new GridColumn { Padding = new(0) });
            foreach (var (column, cell) in columns.Zip(cells).Where(static one => !one.Second.IsBlank))
            {
                block.AddRow(new Text($"{column.Name}:"), cell.Text);
            }

            console.Write(block);
            console.WriteLine();
        }
    }
}
