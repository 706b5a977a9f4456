using System.Globalization;
using LeadFilter.Cli.Listings;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Shows decisions to people.</summary>
internal static class DecisionsTable
{
    /// <summary>Writes a record for each decision.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="decisions">The decisions, in the order to show.</param>
    public static void Write(IAnsiConsole output, IReadOnlyList<LoggedDecision> decisions)
    {
        var listing = new Listing(
            ListingColumn.Word("time (UTC)"),
            ListingColumn.Word("lead"),
            ListingColumn.Word("vendor"),
            ListingColumn.Word("source"),
            ListingColumn.Word("outcome"),
            ListingColumn.Number("price"),
            ListingColumn.Prose("findings"),
            ListingColumn.Word("test"));
        foreach (var one in decisions)
        {
            listing.Add(
                $"{one.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}",
                one.Lead,
                one.Vendor,
                one.Source,
                one.Outcome,
                one.Price.ToString("0.00##", CultureInfo.InvariantCulture),
                string.Join(", ", one.Findings.Select(Words)),
                one.Test ? "test" : "");
        }

        listing.WriteTo(output);
    }

    private static string Words(LoggedFinding finding) =>
        finding.Effect == "reject" ? finding.Code : $"{finding.Code} ({finding.Effect})";
}
