using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Leads.Facts;

/// <summary>Facts that are told from several fields of a lead.</summary>
[TestClass]
public sealed class LeadFactsTests
{
    private static readonly FieldLayout Layout = new(StandardFields.All, []);

    [TestMethod]
    [DataRow("mismatch.zip_state", "postal_code=94107;state=California", "no")]
    [DataRow("mismatch.zip_state", "postal_code=94107;state=NV", "yes")]
    [DataRow("mismatch.zip_state", "postal_code=K1A 0B1;state=CA", "yes")]
    [DataRow("mismatch.zip_state", "postal_code=94107", "unknown")]
    [DataRow("mismatch.zip_state", "postal_code=94107;state=Utopia", "unknown")]
    [DataRow("mismatch.zip_state", "postal_code=00000;state=CA", "unknown")]
    [DataRow("mismatch.phone_state", "phone_1=4152345678;state=CA", "no")]
    [DataRow("mismatch.phone_state", "phone_1=2122345678;state=CA", "yes")]
    [DataRow("mismatch.phone_state", "phone_1=8002345678;state=CA", "unknown")]
    [DataRow("mismatch.phone_zip", "phone_1=2122345678;postal_code=10001", "no")]
    [DataRow("mismatch.phone_zip", "phone_1=2122345678;postal_code=94107", "yes")]
    [DataRow("mismatch.zip_state", "postal_code=DE-10115;state=CA", "unknown")]
    [DataRow("mismatch.zip_state", "postal_code=09012;state=AE", "no")]
    [DataRow("mismatch.zip_state", "postal_code=EH1 1AA;state=England", "yes")]
    [DataRow("mismatch.phone_state", "phone_1=4152345678;state=QLD", "yes")]
    [DataRow("mismatch.phone_state", "phone_1=2062345678;state=Western Australia", "yes")]
    [DataRow("mismatch.phone_state", "phone_1=4152345678;state=AE", "unknown")]
    [DataRow("mismatch.phone_state", "phone_1=+442079460000;state=CA", "unknown")]
    [DataRow("mismatch.phone_zip", "phone_1=4162345678;postal_code=M5V 2T6", "no")]
    [DataRow("mismatch.phone_zip", "phone_1=4162345678;postal_code=H2X 1Y4", "yes")]
    [DataRow("mismatch.country", "country=US;state=TX;postal_code=73301", "no")]
    [DataRow("mismatch.country", "country=Canada;state=TX", "yes")]
    [DataRow("mismatch.country", "state=TX;postal_code=M5V 2T6", "yes")]
    [DataRow("mismatch.country", "country=Puerto Rico;postal_code=00901", "no")]
    [DataRow("mismatch.country", "country=UK;postal_code=JE2 3AB", "no")]
    [DataRow("mismatch.country", "country=Atlantis;postal_code=00901", "unknown")]
    [DataRow("mismatch.country", "country=US", "unknown")]
    [DataRow("mismatch.phone_country", "phone_1=+442079460000;country=US", "yes")]
    [DataRow("mismatch.phone_country", "phone_1=+442079460000;state=TX", "yes")]
    [DataRow("mismatch.phone_country", "phone_1=4162345678;postal_code=94107", "yes")]
    [DataRow("mismatch.phone_country", "phone_1=7877550132;country=US", "no")]
    [DataRow("mismatch.phone_country", "phone_1=4152345678;country=US", "no")]
    [DataRow("mismatch.phone_country", "phone_1=8002345678;country=CA", "unknown")]
    [DataRow("mismatch.phone_country", "phone_1=4152345678", "unknown")]
    [DataRow("name.in_email", "email=jane.doyle@example.com;first_name=Jane", "yes")]
    [DataRow("name.in_email", "email=jdoyle7@example.com;first_name=Jane;last_name=Doyle", "yes")]
    [DataRow("name.in_email", "email=joseobrien@example.com;last_name=O'Brien", "yes")]
    [DataRow("name.in_email", "email=jeanluc@example.com;first_name=Jean-Luc", "yes")]
    [DataRow("name.in_email", "email=jose@example.com;first_name=José", "yes")]
    [DataRow("name.in_email", "email=sunny99@example.com;first_name=Jane;last_name=Doyle", "no")]
    [DataRow("name.in_email", "email=jane@example.com;full_name=Jane Doyle", "yes")]
    [DataRow("name.in_email", "email=al@example.com;first_name=Al", "unknown")]
    [DataRow("name.in_email", "first_name=Jane", "unknown")]
    [DataRow("name.same", "first_name=José;last_name=JOSE", "yes")]
    [DataRow("name.same", "first_name=JANE;last_name=Jane", "yes")]
    [DataRow("name.same", "first_name=Jane;last_name=Janes", "no")]
    [DataRow("name.same", "first_name=Jane", "unknown")]
    public void Fact_is_told_from_what_the_lead_says(string name, string lead, string expected) => Assert.AreEqual(expected, Answer(name, lead));

    [TestMethod]
    [DataRow("postal_code=6000;state=WA", "no")]
    [DataRow("postal_code=6000;state=Western Australia", "no")]
    [DataRow("postal_code=6000;state=Washington", "yes")]
    [DataRow("postal_code=98101 USA;state=Washington", "no")]
    public void Region_of_the_campaign_settles_codes_and_states(string lead, string expected)
    {
        var json = TestCampaign.Json.Replace("\"rules\": [", "\"region\": \"AU\", \"rules\": [", StringComparison.Ordinal);

        Assert.AreEqual(expected, Answer("mismatch.zip_state", lead, TestCampaign.Loaded(json).Layout));
    }

    [TestMethod]
    public void Every_fact_resolves_in_any_case_as_a_boolean()
    {
        foreach (var fact in LeadFacts.All)
        {
            Assert.IsTrue(Layout.TryResolve(fact.Name.ToUpperInvariant(), out var operand), fact.Name);
            Assert.AreEqual((fact.Name, "boolean"), (operand.Path, operand.Type.Name));
        }
    }

    [TestMethod]
    public void Fact_is_unknown_to_a_layout_without_its_fields() => Assert.IsFalse(new FieldLayout([], []).TryResolve("name.same", out _));

    [TestMethod]
    public void Names_are_unique_and_like_no_field_or_part()
    {
        CollectionAssert.AllItemsAreUnique(LeadFacts.All.Select(fact => fact.Name).ToArray());
        Assert.IsTrue(LeadFacts.All.All(fact => !Layout.TryFind(fact.Name, out _) && !Layout.TryFind(fact.Name.Split('.')[0], out _)));
    }

    [TestMethod]
    [DataRow("{ \"field\": \"mismatch.zip_state\", \"is\": \"true\" }", "94107", "NV", true)]
    [DataRow("{ \"field\": \"mismatch.zip_state\", \"is\": \"true\" }", "94107", "CA", false)]
    [DataRow("{ \"field\": \"mismatch.zip_state\", \"is\": \"true\" }", "94107", "", false)]
    [DataRow("{ \"field\": \"mismatch.zip_state\", \"is\": \"not true\" }", "94107", "CA", true)]
    [DataRow("{ \"field\": \"mismatch.zip_state\", \"is\": \"not true\" }", "94107", "", false)]
    [DataRow("{ \"field\": \"mismatch.zip_state\", \"is\": \"blank\" }", "94107", "", true)]
    public void Rule_uses_a_fact_like_a_field(string condition, string zip, string state, bool rejected)
    {
        var json = TestCampaign.Json.Replace("\"rules\": [", $"\"rules\": [ {{ \"id\": \"x\", \"category\": \"fraud\", \"reason\": \"fraud\", \"rejectWhen\": {condition} }},", StringComparison.Ordinal);
        var campaign = TestCampaign.Loaded(json);
        var draft = new LeadDraft(campaign.Layout);
        draft.Add("postal_code", zip);
        draft.Add("state", state);
        draft.Add("email", "jane@example.com");
        draft.Add("created_at", "2026-11-03T12:00:00Z");

        var decision = campaign.PolicyWithoutContract.Decide(draft.ToLead(Fields.Reading.ReceivedAt));

        Assert.AreEqual(rejected, !decision.IsAccepted);
    }

    [TestMethod]
    public void Facts_allocate_nothing()
    {
        var lead = Lead("first_name=Jane;last_name=Doyle;email=jane@example.com;phone_1=2122345678;postal_code=94107;state=CA;country=US");
        var reads = LeadFacts.All.Select(fact => fact.In(Layout)!).ToArray();
        var before = 0L;
        for (var round = 0; round < 3; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var read in reads)
            {
                read.Read(lead);
            }
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    internal static string Answer(string name, string lead, FieldLayout? layout = null)
    {
        Assert.IsTrue((layout ?? Layout).TryResolve(name, out var operand));
        var value = operand.Read(Lead(lead, layout));
        return !value.IsValid ? "unknown" : value.Number != 0 ? "yes" : "no";
    }

    private static Lead Lead(string text, FieldLayout? layout = null)
    {
        var draft = new LeadDraft(layout ?? Layout);
        foreach (var field in text.Split(';'))
        {
            var (name, raw) = (field[..field.IndexOf('=')], field[(field.IndexOf('=') + 1)..]);
            Assert.AreEqual(AddResult.Added, draft.Add(name, raw));
        }

        return draft.ToLead(Fields.Reading.ReceivedAt);
    }
}
