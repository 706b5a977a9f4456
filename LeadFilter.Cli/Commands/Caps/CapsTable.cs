using System.Globalization;
using LeadFilter.Cli.Listings;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Caps;

/// <summary>Shows caps to people.</summary>
internal static class CapsTable
{
    /// <summary>Writes a record for each counter.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="caps">The counters, in the order to show.</param>
    public static void Write(IAnsiConsole output, IReadOnlyList<CapLine> caps)
    {
        var listing = new Listing(
            ListingColumn.Word("cap"),
            ListingColumn.Word("vendor"),
            ListingColumn.Word("source"),
            ListingColumn.Word("by"),
            ListingColumn.Word("per"),
            ListingColumn.Number("limit"),
            ListingColumn.Number("taken"),
            ListingColumn.Number("left"),
            ListingColumn.Word("resets at (UTC)"),
            ListingColumn.Word("mode"));
        foreach (var cap in caps)
        {
            listing.Add(
                cap.Id,
                cap.Vendor ?? "all",
                cap.Source is "" ? "(none)" : cap.Source ?? "all",
                string.Join(", ", cap.By?.Select(static value => $"{value.Key} {value.Value ?? "(none)"}") ?? []),
                cap.Per,
                Amount(cap, cap.Limit),
                Amount(cap, cap.Taken),
                Amount(cap, cap.Left),
                cap.ResetsAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                cap.Mode);
        }

        listing.WriteTo(output);
    }

    // The sign tells money from leads, whatever the currency is, as it does in the campaign file.
    private static string Amount(CapLine cap, decimal amount) =>
        cap.Counts == "money"
            ? $"${amount.ToString("N2", CultureInfo.InvariantCulture)}"
            : amount.ToString("N0", CultureInfo.InvariantCulture);
}
