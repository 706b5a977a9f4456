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
                cap.Per,
                cap.Limit.ToString("N0", CultureInfo.InvariantCulture),
                cap.Taken.ToString("N0", CultureInfo.InvariantCulture),
                cap.Left.ToString("N0", CultureInfo.InvariantCulture),
                cap.ResetsAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                cap.Mode);
        }

        listing.WriteTo(output);
    }
}
