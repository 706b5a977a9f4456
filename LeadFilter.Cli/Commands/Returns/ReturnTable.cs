using System.Globalization;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;
using LeadFilter.Cli.Standardizing.Rows;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Returns;

/// <summary>Shows returns to people.</summary>
internal static class ReturnTable
{
    private const int NameWidth = 12;
    private const string Header = "lead,vendor,state,reason,price,bought_at,requested_at,answer_by,dispute_by,credited_at,credit";

    /// <summary>Writes a line for each return.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="returns">The returns, in the order to show.</param>
    public static void Write(IAnsiConsole output, IReadOnlyList<ReturnLine> returns)
    {
        var listing = new Listing(
            ListingColumn.Word("requested (UTC)"),
            ListingColumn.Word("lead"),
            ListingColumn.Word("vendor"),
            ListingColumn.Word("state"),
            ListingColumn.Word("reason"),
            ListingColumn.Number("price"),
            ListingColumn.Word("until (UTC)"));
        foreach (var one in returns)
        {
            listing.Add(
                Time(one.RequestedAt), one.Lead, one.Vendor, one.State, one.Reason, Amount(one.Price), Time(one.AnswerBy ?? one.DisputeBy));
        }

        listing.WriteTo(output);
    }

    /// <summary>Writes one return with all its changes.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="one">The return.</param>
    public static void Write(IAnsiConsole output, ReturnLine one)
    {
        WritePairs(
            output,
            ("lead", one.Lead),
            ("vendor", one.Vendor),
            ("bought", $"{Time(one.BoughtAt)} for {Amount(one.Price)}"));
        WriteCourse(output, one);
    }

    /// <summary>Writes what became of a return, for those who know the lead.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="one">The return.</param>
    public static void WriteCourse(IAnsiConsole output, ReturnLine one)
    {
        WritePairs(
            output,
            ("return", one.State),
            ("reason", one.Text is null ? one.Reason : $"{one.Reason}: {one.Text}"),
            ("answer by", Time(one.AnswerBy)),
            ("dispute by", Time(one.DisputeBy)),
            ("credit", one.Credit is { } credit ? $"{Amount(credit)}, booked {Time(one.CreditedAt)}" : null));
        var listing = new Listing(
            ListingColumn.Word("state"), ListingColumn.Word("since (UTC)"), ListingColumn.Word("by"), ListingColumn.Word("reason"));
        foreach (var change in one.Changes)
        {
            listing.Add(change.State, Time(change.At), change.By.Replace('_', ' '), change.Reason);
        }

        output.WriteLine();
        listing.WriteTo(output);
    }

    /// <summary>Writes returns as CSV, for spreadsheets.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="returns">The returns.</param>
    public static void WriteCsv(TextWriter output, IReadOnlyList<ReturnLine> returns)
    {
        output.WriteLine(Header);
        foreach (var one in returns)
        {
            output.WriteLine(string.Join(',', (string?[])
            [
                one.Lead, one.Vendor, one.State, CsvText.Cell(one.Reason), Amount(one.Price), Instant(one.BoughtAt),
                Instant(one.RequestedAt), Instant(one.AnswerBy), Instant(one.DisputeBy), Instant(one.CreditedAt),
                one.Credit is { } credit ? Amount(credit) : "",
            ]));
        }
    }

    private static void WritePairs(IAnsiConsole output, params (string Name, string? Value)[] pairs)
    {
        foreach (var (name, value) in pairs.Where(static pair => !string.IsNullOrEmpty(pair.Value)))
        {
            output.Write(new Text($"{name + ":",-NameWidth}{Printable.Of(value)}"));
            output.WriteLine();
        }
    }

    private static string Time(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string Instant(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string Amount(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
