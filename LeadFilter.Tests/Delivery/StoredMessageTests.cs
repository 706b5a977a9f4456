using System.Text;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Scores;
using LeadFilter.Pipeline.Delivery;

namespace LeadFilter.Tests.Delivery;

/// <summary>Messages as version 0.1 wrote them on 2026-11-30: queues and dead letters hold such messages when a newer version starts.</summary>
[TestClass]
public sealed class StoredMessageTests
{
    private const string Stored =
        """
        {"v":1,"id":"019ad4f0c8007a3b9c1d2e3f40516273","campaign":"solar","campaign_version":"2026-11-01.1","vendor":"acme","source":"quotes.example",
        "update_of":"019ad4f0c8007a3b9c1d2e3f40516274","received_at":"2026-11-30T12:00:00.1234567+00:00","route":"nurture","price":12.50,"exclusive":true,
        "score":{"value":62.5,"points":[{"id":"owner","kind":"profile","points":60},{"id":"pages","kind":"behaviour","points":2.5}]},
        "fields":{"first_name":"Zoë","phone_1":"+1 415 555 0100","comments":"<b>\"hi\"</b>\n"}}
        """;

    [TestMethod]
    public void A_stored_message_is_read()
    {
        var lead = Read();

        Assert.AreEqual("019ad4f0c8007a3b9c1d2e3f40516273 solar 2026-11-01.1 acme quotes.example", $"{lead.Id} {lead.Campaign} {lead.CampaignVersion} {lead.Vendor} {lead.Source}");
        Assert.AreEqual("019ad4f0c8007a3b9c1d2e3f40516274", lead.UpdateOf.ToString());
        Assert.AreEqual(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_567), lead.ReceivedAt);
        Assert.AreEqual((Route.Nurture, 12.50m, true), (lead.Route, lead.Price.Amount, lead.Exclusive));
        Assert.AreEqual(62.5, lead.Score!.Value);
        CollectionAssert.AreEqual(
            new ScoreContribution[] { new("owner", ScoreKind.Profile, 60), new("pages", ScoreKind.Behaviour, 2.5) }, lead.Score.Contributions.ToArray());
        Assert.AreEqual("first_name=Zoë, phone_1=+1 415 555 0100, comments=<b>\"hi\"</b>\n", string.Join(", ", lead.Fields.Select(field => $"{field.Key}={field.Value}")));
    }

    [TestMethod]
    public void A_message_is_written_as_ever() =>
        Assert.AreEqual(Stored.ReplaceLineEndings(""), Encoding.UTF8.GetString(LeadMessageJson.Write(Read()).Span));

    private static LeadMessage Read() =>
        LeadMessageJson.TryRead(Encoding.UTF8.GetBytes(Stored), out var lead, out var why) ? lead : throw new AssertFailedException(why);
}
