using System.Text;
using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Tests.Decisions;

[TestClass]
public sealed class DecisionRecordJsonTests
{
    // As version 0.1 wrote it on 2026-11-30: data folders and queues hold such records for years.
    private const string Rejected =
        """
        {"lead":"019ad4f0c8007a3b9c1d2e3f40516273","campaign":"solar","version":"2026-11-01.1","vendor":"acme","source":"quotes.example",
        "at":"2026-11-30T12:00:00.1234567Z","test":false,"accepted":false,"price":0,"route":"nurture","update_of":"019ad4f0c8007a3b9c1d2e3f40516274",
        "score":12.5,"findings":[{"rule":"fresh","category":"age","code":"too_old","text":"The lead is older than 5 minutes \u0026 stale","effect":"Reject"},
        {"rule":"area","category":"criteria","code":"state_not_served","text":"Not served","effect":"Shadow"}]}
        """;

    private const string Accepted =
        """
        {"lead":"019ad4f0c8007a3b9c1d2e3f40516273","campaign":"solar","version":"1","vendor":"acme",
        "at":"2026-11-30T12:00:00Z","test":true,"accepted":true,"price":12.50,"route":"sales"}
        """;

    [TestMethod]
    public void A_stored_rejection_is_read()
    {
        var record = Read(Rejected);

        Assert.AreEqual("019ad4f0c8007a3b9c1d2e3f40516273", record.Lead.ToString());
        Assert.AreEqual("solar 2026-11-01.1 acme quotes.example", $"{record.Campaign} {record.CampaignVersion} {record.Vendor} {record.Source}");
        Assert.AreEqual(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_567), record.ReceivedAt);
        Assert.AreEqual((false, false, 0m, Route.Nurture, 12.5), (record.IsTest, record.IsAccepted, record.Price.Amount, record.Route, record.Score));
        Assert.AreEqual("019ad4f0c8007a3b9c1d2e3f40516274", record.UpdateOf.ToString());
        Assert.AreEqual(
            "fresh Age too_old The lead is older than 5 minutes & stale Reject; area Criteria state_not_served Not served Shadow",
            string.Join("; ", record.Findings.Select(found => $"{found.Rule} {found.Category} {found.Code} {found.Text} {found.Effect}")));
    }

    [TestMethod]
    public void A_stored_purchase_is_read()
    {
        var record = Read(Accepted);

        Assert.AreEqual((true, true, 12.50m, Route.Sales), (record.IsTest, record.IsAccepted, record.Price.Amount, record.Route));
        Assert.IsNull(record.Source);
        Assert.IsNull(record.UpdateOf);
        Assert.IsNull(record.Score);
        Assert.IsEmpty(record.Findings);
        Assert.IsEmpty(record.Unreadable);
    }

    [TestMethod]
    public void A_record_names_the_fields_that_could_not_be_read()
    {
        Assert.IsTrue(DecisionRecordJson.TryRead(DecisionRecordJson.ToUtf8(Read(Accepted) with { Unreadable = ["opt_in", "age"] }), out var record));
        CollectionAssert.AreEqual(new[] { "opt_in", "age" }, record.Unreadable.ToArray());
    }

    [TestMethod]
    [DataRow(Rejected, DisplayName = "a rejection")]
    [DataRow(Accepted, DisplayName = "a purchase")]
    public void A_record_is_written_as_ever(string stored) =>
        Assert.AreEqual(stored.ReplaceLineEndings(""), DecisionRecordJson.ToText(Read(stored)));

    [TestMethod]
    public void A_record_that_was_changed_is_written_as_it_is_now()
    {
        var before = Read(Rejected);
        DecisionRecordJson.ToText(before);

        var after = DecisionRecordJson.ToText(before.WithoutPerson());

        Assert.DoesNotContain("too_old", after, StringComparison.Ordinal);
        Assert.AreEqual(Rejected.ReplaceLineEndings(""), DecisionRecordJson.ToText(before));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("{}{}")]
    [DataRow("{\"lead\":17}")]
    [DataRow("{\"findings\":[null]}")]
    public void Bytes_that_are_no_record_are_refused(string text) =>
        Assert.IsFalse(DecisionRecordJson.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [TestMethod]
    [DataRow("\"solar\"", "\"So lar\"")]
    [DataRow("\"vendor\":\"acme\"", "\"vendor\":null")]
    [DataRow("\"version\"", "\"other\"")]
    [DataRow("2026-11-30T", "yesterday ")]
    [DataRow("\"price\":0", "\"price\":-1")]
    [DataRow("\"nurture\"", "\"moon\"")]
    [DataRow("\"age\"", "\"weather\"")]
    [DataRow("\"too_old\"", "\"Too Old\"")]
    [DataRow("\"Shadow\"", "\"Shade\"")]
    public void A_record_with_a_part_that_is_not_valid_is_refused(string old, string replacement)
    {
        Assert.Contains(old, Rejected, StringComparison.Ordinal);

        Assert.IsFalse(DecisionRecordJson.TryRead(Encoding.UTF8.GetBytes(Rejected.Replace(old, replacement, StringComparison.Ordinal)), out _));
    }

    private static DecisionRecord Read(string stored) =>
        DecisionRecordJson.TryRead(Encoding.UTF8.GetBytes(stored), out var record) ? record : throw new AssertFailedException("It was refused.");
}
