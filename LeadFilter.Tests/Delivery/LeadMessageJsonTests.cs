using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Scores;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class LeadMessageJsonTests
{
    [TestMethod]
    public void Message_is_written_as_version_1()
    {
        var lead = DeliveryScene.NewLead(("first_name", " Zoë "), ("phone_1", "+1 415 555 0100"));

        Assert.AreEqual(
            $$$"""
            {"v":1,"id":"{{{lead.Id}}}","campaign":"solar","campaign_version":"2026-11-01.1","vendor":"acme","source":"example.com",
            "received_at":"2026-11-22T12:00:00+00:00","route":"sales","price":12.5,
            "fields":{"first_name":" Zoë ","phone_1":"+1 415 555 0100"}}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(LeadMessageJson.Write(lead).Span));
    }

    [TestMethod]
    public void Message_is_read_as_it_was_written() => Check.One(PropertyCases.Of(), Prop.ForAll(
        ArbMap.Default.ArbFor<(NonNull<string> Name, NonNull<string> Raw)[]>(),
        ArbMap.Default.ArbFor<(bool HasSource, bool IsNurture, long Ticks)>(),
        (fields, other) =>
        {
            var lead = DeliveryScene.NewLead(fields.Select(field => (field.Name.Get, field.Raw.Get))) with
            {
                Source = other.HasSource ? "example.com" : null,
                UpdateOf = other.IsNurture ? DeliveryScene.NewLead().Id : null,
                Route = other.IsNurture ? Route.Nurture : Route.Sales,
                ReceivedAt = DeliveryScene.Start.AddTicks(other.Ticks % TimeSpan.TicksPerDay),
            };

            Assert.IsTrue(LeadMessageJson.TryRead(LeadMessageJson.Write(lead).Span, out var read, out _));

            CollectionAssert.AreEqual(lead.Fields.ToArray(), read.Fields.ToArray());
            Assert.AreEqual(lead, read with { Fields = lead.Fields });
        }));

    [TestMethod]
    public void Score_and_exclusivity_are_read_as_they_were_written()
    {
        var lead = DeliveryScene.NewLead() with
        {
            Exclusive = false,
            Score = new(-2.25, [new("owner", ScoreKind.Profile, -2.25), new("pages", ScoreKind.Behaviour, 0)]),
        };

        Assert.IsTrue(LeadMessageJson.TryRead(LeadMessageJson.Write(lead).Span, out var read, out _));

        Assert.IsFalse(read.Exclusive);
        Assert.AreEqual(-2.25, read.Score!.Value);
        CollectionAssert.AreEqual(lead.Score.Contributions.ToArray(), read.Score.Contributions.ToArray());
    }

    [TestMethod]
    public void Any_bytes_are_read_or_refused() => Check.One(PropertyCases.Of(), Prop.ForAll(
        ArbMap.Default.ArbFor<(ushort At, byte Value, bool Cuts)[]>(),
        changes =>
        {
            var body = LeadMessageJson.Write(DeliveryScene.NewLead(("first_name", "Ann"), ("email", "é@x")) with
            {
                Exclusive = true,
                Score = new(1, [new("a", ScoreKind.Profile, 1)]),
            }).ToArray();
            foreach (var (at, value, cuts) in changes)
            {
                body[at % body.Length] = value;
                body = cuts ? body[..(at % body.Length + 1)] : body;
            }

            Assert.AreNotEqual(LeadMessageJson.TryRead(body, out var read, out var why), read is null);
            Assert.AreEqual(read is null, why is not null);
        }));

    [TestMethod]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{")]
    [DataRow("{}")]
    [DataRow("{}{}")]
    [DataRow("""{"v":"1"}""")]
    [DataRow("""{"v":1,"id":17}""")]
    [DataRow("""{"v":1,"fields":[]}""")]
    [DataRow("""{"v":1,"fields":{"a":1}}""")]
    [DataRow("""{"v":1,"fields":{"a":{"b":"c"}}}""")]
    [DataRow("""{"v":1,"fields":{"a":"\ud800"}}""")]
    [DataRow("""{"v":1,"campaign":"\ud800"}""")]
    public void Body_that_is_no_lead_is_a_result(string body)
    {
        Assert.IsFalse(LeadMessageJson.TryRead(Encoding.UTF8.GetBytes(body), out _, out var why));
        Assert.AreNotEqual("", why);
    }

    [TestMethod]
    [DataRow("\"v\":1", "\"v\":2", "version 1")]
    [DataRow("\"v\":1,", "", "version 1")]
    [DataRow("\"id\":\"", "\"id\":\"x", "\"id\"")]
    [DataRow("\"solar\"", "\"So lar\"", "\"campaign\"")]
    [DataRow("\"campaign_version\"", "\"other\"", "\"campaign_version\"")]
    [DataRow("\"acme\"", "null", "\"vendor\"")]
    [DataRow("2026-11-22T", "yesterday ", "\"received_at\"")]
    [DataRow("\"sales\"", "\"moon\"", "\"route\"")]
    [DataRow("12.5", "-1", "\"price\"")]
    [DataRow("12.5", "1e99", "\"price\"")]
    [DataRow("\"fields\"", "\"others\"", "\"fields\"")]
    public void Unreadable_part_is_named(string old, string replacement, string named)
    {
        var body = Encoding.UTF8.GetString(LeadMessageJson.Write(DeliveryScene.NewLead(("a", "b"))).Span);
        Assert.Contains(old, body, StringComparison.Ordinal);

        var broken = Encoding.UTF8.GetBytes(body.Replace(old, replacement, StringComparison.Ordinal));
        Assert.IsFalse(LeadMessageJson.TryRead(broken, out _, out var why));

        Assert.Contains(named, why, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Names_of_the_future_are_skipped()
    {
        var lead = DeliveryScene.NewLead(("a", "b"));
        var body = Encoding.UTF8.GetString(LeadMessageJson.Write(lead).Span);

        Assert.IsTrue(LeadMessageJson.TryRead(Encoding.UTF8.GetBytes("""{"new":{"id":[1,{}]},""" + body[1..]), out var read, out _));

        Assert.AreEqual(lead.Id, read.Id);
    }
}
