using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Upkeep;
using LeadFilter.Tests.Delivery;

namespace LeadFilter.Tests.Upkeep;

[TestClass]
public sealed class RetentionTableTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 30, 12, 30, 0, TimeSpan.Zero);
    private static readonly RetentionOptions Options = new()
    {
        Decisions = TimeSpan.FromDays(100),
        Deliveries = TimeSpan.FromDays(200),
        Claims = TimeSpan.FromDays(150),
        Tests = TimeSpan.FromDays(50),
        DeadLetters = TimeSpan.FromDays(20),
    };

    [TestMethod]
    public void Every_table_has_one_rule() =>
        CollectionAssert.AreEquivalent(TableNames.All.ToArray(), new RetentionTable(Options, new Windows()).Rules.Select(rule => rule.Table).ToArray());

    [TestMethod]
    [DataRow(TableNames.Receipts)]
    [DataRow(TableNames.Caps)]
    public void Receipts_and_places_end_when_they_say(string table) => Assert.AreEqual(At, EndOf(table, new Row("p", "r").Expire(At)));

    [TestMethod]
    [DataRow(TableNames.Receipts)]
    [DataRow(TableNames.Caps)]
    [DataRow(TableNames.Claims)]
    [DataRow(TableNames.Ledger)]
    [DataRow(TableNames.Decisions)]
    [DataRow(TableNames.Suppressions)]
    [DataRow(TableNames.Upkeep)]
    public void A_row_that_does_not_say_when_it_ends_stays(string table) => Assert.IsNull(EndOf(table, new Row("p", "r").Set("Other", 1L)));

    [TestMethod]
    [DataRow(30, 0, 31, DisplayName = "the window of the campaign that claimed")]
    [DataRow(30, 90, 91, DisplayName = "the longer window of another campaign")]
    [DataRow(90, 30, 91, DisplayName = "the window that was longer once")]
    [DataRow(30, 400, 151, DisplayName = "but not longer than claims are kept at most")]
    public void A_claim_ends_a_day_after_the_longest_window_that_could_ask_for_it(int claimed, int longest, int days)
    {
        var row = new Row("p", "r").Set("At", At).Expire(At.AddDays(claimed));

        Assert.AreEqual(At.AddDays(days), EndOf(TableNames.Claims, row, new Windows(TimeSpan.FromDays(longest), TimeSpan.FromDays(1))));
    }

    [TestMethod]
    public void A_delivery_is_kept_as_long_as_is_set() =>
        Assert.AreEqual(At.AddDays(200), EndOf(TableNames.Ledger, new Row("p", "r").Set("DeliveredAt", At)));

    [TestMethod]
    public void That_a_person_was_erased_is_kept_until_no_dead_letter_of_the_lead_can_be_left() => Assert.AreEqual(
        At.AddDays(23), EndOf(TableNames.Ledger, new Row("p", "r").Set("DeliveredAt", At).Set("ErasedAt", At.AddDays(1))));

    [TestMethod]
    public void A_decision_about_a_test_lead_is_kept_shorter() => Assert.AreEqual(
        new DateTimeOffset(2026, 11, 30, 13, 0, 0, TimeSpan.Zero).AddDays(50),
        EndOf(TableNames.Decisions, new Row("solar|acme|2026113012", "r").Set("Test", true)));

    [TestMethod]
    [DataRow("solar|acme|2026113012", DisplayName = "the first shard")]
    [DataRow("solar|acme|2026113012|7", DisplayName = "another shard")]
    public void A_decision_is_kept_as_long_as_is_set_from_the_end_of_its_hour(string partition) =>
        Assert.AreEqual(new DateTimeOffset(2026, 11, 30, 13, 0, 0, TimeSpan.Zero).AddDays(100), EndOf(TableNames.Decisions, new Row(partition, "r")));

    [TestMethod]
    public void The_index_of_decisions_outlives_them_by_a_day() => Assert.AreEqual(
        new DateTimeOffset(2026, 11, 30, 13, 0, 0, TimeSpan.Zero).AddDays(101),
        EndOf(TableNames.Decisions, new Row("solar|hours", "99506811|acme").Set("Partition", "solar|acme|2026113012").Set("Vendor", "acme")));

    [TestMethod]
    [DataRow("customers=0", null, DisplayName = "forever")]
    [DataRow("customers=0 unsubscribed=1798761600", null, DisplayName = "forever on one of two lists")]
    [DataRow("customers=1700000000 unsubscribed=1798761600", 1798761600L, DisplayName = "until the later end of two")]
    public void An_entry_of_lists_ends_when_it_stands_on_none(string lists, long? end) => Assert.AreEqual(
        end is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
        EndOf(TableNames.Suppressions, new Row("ab", "abc").Set("Lists", lists)));

    private static DateTimeOffset? EndOf(string table, Row row, Windows? windows = null) =>
        new RetentionTable(Options, windows ?? new()).Rules.Single(rule => rule.Table == table).Reader()(row);

    private sealed class Windows(params TimeSpan[] windows) : ICampaigns
    {
        public IReadOnlyCollection<Campaign> All { get; } = [.. windows.Select(static window => new Campaign
        {
            Id = default,
            Version = "1",
            Layout = SampleFields.Layout,
            Delivery = new("/demo/crm/leads", null, null),
            Duplicates = [new([], false, window, DuplicateScope.Campaign)],
        })];

        public Campaign? Find(CampaignId id) => null;
    }
}
