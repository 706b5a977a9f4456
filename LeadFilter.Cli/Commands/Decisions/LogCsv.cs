using System.Text.Json;
using LeadFilter.Cli.Standardizing.Rows;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Writes entries of the log as CSV, for spreadsheets. What rejected comes before what changed nothing.</summary>
internal static class LogCsv
{
    private static readonly string[] Columns =
        ["at", "lead", "vendor", "source", "test", "version", "outcome", "price", "route", "score", "updateOf"];

    /// <summary>Writes entries.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="entries">The entries, as the filter gives them.</param>
    /// <param name="withHeader">Whether these are the first.</param>
    public static void Write(TextWriter output, IReadOnlyList<JsonElement> entries, bool withHeader)
    {
        if (withHeader)
        {
            output.WriteLine(string.Join(',', [.. Columns, "rejected_by", "findings"]));
        }

        foreach (var entry in entries)
        {
            var findings = FindingsOf(entry);
            output.WriteLine(string.Join(',', (string[])
            [
                .. Columns.Select(column => CsvText.Cell(Text(entry, column))),
                CsvText.Cell(string.Join(' ', findings.Where(static one => one.Effect == "reject").Select(static one => one.Code))),
                CsvText.Cell(string.Join(' ', findings.Where(static one => one.Effect != "reject").Select(
                    static one => $"{one.Code}({one.Effect})"))),
            ]));
        }
    }

    private static List<(string? Code, string Effect)> FindingsOf(JsonElement entry)
    {
        var list = entry.TryGetProperty("findings", out var findings) || entry.TryGetProperty("reasons", out findings) ? findings : default;
        return list.ValueKind != JsonValueKind.Array
            ? []
            : [.. list.EnumerateArray().Select(static one => (Text(one, "code"), Text(one, "effect") ?? "reject"))];
    }

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
