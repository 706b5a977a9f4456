using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;

namespace LeadFilter.Tests.Cli.Listings;

[TestClass]
public sealed class ListingTests
{
    private const string Long = "The CRM answered 422 at each of 5,000 attempts, which is more than anybody would wish to see in a log";

    [TestMethod]
    public void Records_that_fit_are_a_table() => Assert.AreEqual(
        """

          cap     limit   text
        ──────────────────────────────
          daily   5,000   short text


        """,
        Shown(30, Listing("daily", "5,000", "short text")));

    [TestMethod]
    public void Prose_goes_on_in_the_next_line_and_nothing_else_does() => Assert.AreEqual(
        """

          cap     limit   text
        ──────────────────────────────────────────────────
          daily   5,000   The CRM answered 422 at each
                          of 5,000 attempts, which is
                          more than anybody would wish
                          to see in a log


        """,
        Shown(50, Listing("daily", "5,000", Long)));

    [TestMethod]
    public void Records_that_do_not_fit_are_blocks_without_what_is_blank() => Assert.AreEqual(
        """
        cap:   daily
        limit: 5,000
        text:  The CRM answered 422 at
               each of 5,000 attempts,
               which is more than
               anybody would wish to
               see in a log

        cap:   hourly
        limit: 1


        """,
        Shown(30, Listing("daily", "5,000", Long, "hourly", "1", null)));

    [TestMethod]
    public void A_file_or_a_pipe_gets_a_line_for_each_record() =>
        Assert.Contains($"  daily   5,000   {string.Join(' ', Enumerable.Repeat(Long, 20))}", Shown(null, Listing("daily", "5,000", string.Join(' ', Enumerable.Repeat(Long, 20)))), StringComparison.Ordinal);

    [TestMethod]
    public void Wide_letters_count_as_two_columns() =>
        Assert.StartsWith("cap:", Shown(30, Listing("東京東京東京", "5,000", "short text")), StringComparison.Ordinal);

    [TestMethod]
    public void A_value_cannot_move_the_cursor_or_be_taken_for_markup() =>
        Assert.Contains("  [red]?[2J       1", Shown(80, Listing("[red]\u001b[2J", "1", "")), StringComparison.Ordinal);

    private static Listing Listing(params string?[] cells)
    {
        var listing = new Listing(ListingColumn.Word("cap"), ListingColumn.Number("limit"), ListingColumn.Prose("text"));
        foreach (var record in cells.Chunk(3))
        {
            listing.Add([.. record.Select(static cell => (ListingCell)cell)]);
        }

        return listing;
    }

    private static string Shown(int? width, Listing listing)
    {
        using var output = new StringWriter();
        var screen = Screen.Of(output, redirected: true, static _ => null);
        screen.Profile.Width = width ?? screen.Profile.Width;
        listing.WriteTo(screen);
        return string.Join('\n', output.ToString().ReplaceLineEndings("\n").Split('\n').Select(static line => line.TrimEnd()));
    }
}
