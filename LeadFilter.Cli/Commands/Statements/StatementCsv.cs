using System.Globalization;
using LeadFilter.Cli.Standardizing.Rows;

namespace LeadFilter.Cli.Commands.Statements;

/// <summary>
/// Writes the leads of a statement as CSV: those that were bought in the month, then those that were bought before and returned or
/// credited in it. Their prices and credits add up to the sums: of the first alone by month of purchase, and by the columns
/// <c>bought_in</c> and <c>credited_in_month</c> by month of decision.
/// </summary>
internal static class StatementCsv
{
    private const string Header = "lead,bought_at,bought_in,source,price,return,reason,requested_at,credited_at,credited_in_month,credit";

    /// <summary>Writes them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="statement">The statement.</param>
    public static void Write(TextWriter output, StatementPage statement)
    {
        output.WriteLine(Header);
        foreach (var line in statement.Leads)
        {
            output.WriteLine(Row(statement, line, "this month"));
        }

        foreach (var line in statement.Earlier)
        {
            output.WriteLine(Row(statement, line, "earlier"));
        }
    }

    private static string Row(StatementPage statement, LeadLine line, string boughtIn) => string.Join(',', (string?[])
    [
        line.Lead,
        Time(line.At),
        boughtIn,
        CsvText.Cell(line.Source),
        Amount(line.Price),
        CsvText.Cell(line.Return),
        CsvText.Cell(line.Reason),
        Time(line.RequestedAt),
        Time(line.CreditedAt),
        line.CreditedAt is not { } credited ? "" : credited >= statement.From && credited < statement.To ? "yes" : "no",
        Amount(line.Credit),
    ]);

    private static string Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string Amount(decimal? amount) => amount?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "";
}
