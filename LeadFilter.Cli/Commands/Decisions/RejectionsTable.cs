using LeadFilter.Cli.Listings;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Shows rejections to people.</summary>
internal static class RejectionsTable
{
    /// <summary>Writes a record for each rejection.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rejections">The rejections, in the order to show.</param>
    public static void Write(IAnsiConsole output, IReadOnlyList<Rejection> rejections)
    {
        var listing = new Listing(
            ListingColumn.Word("time (UTC)"),
            ListingColumn.Word("lead"),
            ListingColumn.Word("vendor"),
            ListingColumn.Word("source"),
            ListingColumn.Prose("reasons"),
            ListingColumn.Word("test"));
        foreach (var one in rejections)
        {
            listing.Add(
                $"{one.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}",
                one.Lead,
                one.Vendor,
                one.Source,
                string.Join(", ", one.Reasons.Select(reason => reason.Code)),
                one.Test ? "test" : "");
        }

        listing.WriteTo(output);
    }
}
