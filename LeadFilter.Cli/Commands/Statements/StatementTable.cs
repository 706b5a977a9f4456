using System.Globalization;
using LeadFilter.Cli.Listings;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Statements;

/// <summary>Shows a statement to people: both ways to count it, side by side.</summary>
internal static class StatementTable
{
    /// <summary>Writes a statement.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="statement">The statement.</param>
    public static void Write(IAnsiConsole output, StatementPage statement)
    {
        output.WriteLine($"{statement.Campaign}, {statement.Vendor}, {statement.Month}: by month of purchase, and by month of decision");
        var listing = new Listing(
            ListingColumn.Word("sum"),
            ListingColumn.Number("leads"),
            ListingColumn.Number("purchase"),
            ListingColumn.Number("leads"),
            ListingColumn.Number("decision"));
        var (bought, decided) = (statement.ByPurchase, statement.ByDecision);
        Add(listing, "bought", bought.Bought, decided.Bought);
        Add(listing, "returned", bought.Returned, decided.Returned);
        Add(listing, "of which open", bought.Open, decided.Open);
        Add(listing, "credited", bought.Credited, decided.Credited);
        listing.Add(statement.Over ? "owed" : "owed so far", "", Amount(bought.Owed), "", Amount(decided.Owed));
        listing.WriteTo(output);
    }

    private static void Add(Listing listing, string name, CountLine first, CountLine second) =>
        listing.Add(name, Number(first.Leads), Amount(first.Amount), Number(second.Leads), Amount(second.Amount));

    private static string Number(int leads) => leads.ToString("N0", CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("#,##0.00##", CultureInfo.InvariantCulture);
}
