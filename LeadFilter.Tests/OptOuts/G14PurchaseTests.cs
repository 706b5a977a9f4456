using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.OptOuts;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Intake;
using LeadFilter.Tests.Suppression;

namespace LeadFilter.Tests.OptOuts;

/// <summary>From its acknowledgement on, an opt-out keeps the person from being bought.</summary>
[TestClass]
public sealed class G14PurchaseTests
{
    private static readonly (string, string)[] Ann =
        [("email", "A.nn+x@gmail.com"), ("phone_1", "415-234-1234"), ("phone_2", "(415) 234-9999"), ("state", "CA")];

    [TestMethod]
    [DataRow("email", "ann@GMAIL.com")]
    [DataRow("phone", "+1 (415) 234 1234")]
    [DataRow("phone", "415.234.9999")]
    public async Task G14_An_opted_out_person_is_bought_from_nobody_however_it_is_written(string name, string value)
    {
        foreach (var vendor in (string[])["acme", "bright", "newcomer"])
        {
            var intake = new IntakeFixture();
            var told = await new OptOutDesk(intake.Tables, intake.Clock).TellAsync($$"""{ "{{name}}": "{{value}}" }""");
            Assert.IsNotNull(told.Id);
            var answer = await intake.SendAsync(vendor, Ann);
            Assert.AreEqual((Outcome.Failure, "opted_out"), (answer.Outcome, answer.Reasons.Single().Code.ToString()), vendor);
        }
    }

    [TestMethod]
    [DataRow("email_sha256", "ann@gmail.com")]
    [DataRow("email_sha256", "a.nn+x@gmail.com")]
    [DataRow("phone_sha256", "+14152341234")]
    [DataRow("phone_sha256", "+14152349999")]
    public async Task G14_A_hash_is_enough(string name, string hashed)
    {
        var intake = new IntakeFixture();
        await new OptOutDesk(intake.Tables, intake.Clock).TellAsync($$"""{ "{{name}}": "{{IdentityHasher.Sha256(hashed)}}" }""");
        Assert.AreEqual(Outcome.Failure, (await intake.SendAsync("bright", Ann)).Outcome);
    }

    [TestMethod]
    public async Task G14_An_opt_out_holds_in_a_process_that_has_just_looked()
    {
        var intake = new IntakeFixture(SuppressedCampaign.Json);
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", IntakeFixture.Person("ben"))).Outcome);
        await new OptOutDesk(intake.Tables, intake.Clock).TellAsync("""{ "email": "ann@gmail.com" }""");
        Assert.AreEqual(Outcome.Failure, (await intake.SendAsync("acme", Ann)).Outcome);
    }

    [TestMethod]
    public async Task G14_Lists_that_are_asked_anyway_make_an_opt_out_cost_no_read()
    {
        var reads = new List<int>();
        foreach (var json in (string[])[SuppressedCampaign.With("\"optOuts\": { \"ask\": false },", SuppressedCampaign.Json), SuppressedCampaign.Json])
        {
            var intake = new IntakeFixture(json);
            await intake.Suppressions.AddAsync(
                SuppressedCampaign.Batch("customers", SuppressionKind.Email, "other@gmail.com"), CancellationToken.None);
            await intake.Suppressions.AddAsync(
                SuppressedCampaign.Batch("customers", SuppressionKind.Phone, "415-234-5555"), CancellationToken.None);
            var calls = 0;
            intake.Tables[TableNames.Suppressions].Fault = _ =>
            {
                Interlocked.Increment(ref calls);
                return ValueTask.CompletedTask;
            };
            await intake.SendAsync("acme", ("email", "ann@example.com"), ("phone_1", "415-234-1234"), ("state", "CA"));
            reads.Add(calls);
        }

        Assert.AreEqual(reads[0], reads[1]);
    }

    [TestMethod]
    public async Task G14_The_scope_of_one_campaign_touches_no_other()
    {
        var intake = new IntakeFixture();
        var desk = new OptOutDesk(intake.Tables, intake.Clock);
        await desk.TellAsync("""{ "email": "ann@gmail.com", "scope": "loans", "channels": "call" }""");
        var lead = LeadOf(intake);
        var homes = Named("homes", intake.Campaign);
        Assert.AreEqual(
            (ContactChannels.Call, ContactChannels.None),
            (await desk.Lookup.FindAsync(intake.Campaign, lead, intake.Clock.GetUtcNow(), CancellationToken.None),
                await desk.Lookup.FindAsync(homes, lead, intake.Clock.GetUtcNow(), CancellationToken.None)));
    }

    [TestMethod]
    public async Task G14_An_opt_out_outlives_the_removal_from_a_list_of_its_name()
    {
        var intake = new IntakeFixture();
        await new OptOutDesk(intake.Tables, intake.Clock).TellAsync("""{ "email": "ann@gmail.com" }""");
        await intake.Suppressions.RemoveAsync(
            SuppressedCampaign.Batch("opt-outs", SuppressionKind.Email, "ann@gmail.com"), CancellationToken.None);
        Assert.AreEqual(Outcome.Failure, (await intake.SendAsync("acme", Ann)).Outcome);
    }

    [TestMethod]
    public async Task An_opt_out_ends_after_five_years_and_counts_again_when_told_again()
    {
        var intake = new IntakeFixture();
        var desk = new OptOutDesk(intake.Tables, intake.Clock);
        await desk.TellAsync("""{ "email": "ann@gmail.com" }""");
        intake.Clock.Advance(TimeSpan.FromDays(1_826));
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", Ann)).Outcome);
        Assert.AreEqual(OptOutVerdict.Recorded, (await desk.TellAsync("""{ "email": "ann@gmail.com" }""")).Verdict);
        Assert.AreNotEqual(
            ContactChannels.None, await desk.Lookup.FindAsync(intake.Campaign, LeadOf(intake), intake.Clock.GetUtcNow(), CancellationToken.None));
    }

    [TestMethod]
    public async Task A_campaign_that_does_not_ask_buys()
    {
        var intake = new IntakeFixture(SuppressedCampaign.With("\"optOuts\": { \"ask\": false },"));
        await new OptOutDesk(intake.Tables, intake.Clock).TellAsync("""{ "email": "ann@gmail.com" }""");
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", Ann)).Outcome);
    }

    [TestMethod]
    public async Task A_campaign_may_name_other_fields()
    {
        var intake = new IntakeFixture(SuppressedCampaign.With(
            """ "suppression": [ { "list": "opt-outs", "by": [ "phone_1" ], "reason": "do_not_call", "text": "Do not call" } ], """));
        var desk = new OptOutDesk(intake.Tables, intake.Clock);
        await desk.TellAsync("""{ "email": "ann@gmail.com" }""");
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("bright", Ann)).Outcome);
        await desk.TellAsync("""{ "phone": "415 234 7777" }""");
        var answer = await intake.SendAsync("bright", ("email", "ben@example.com"), ("phone_1", "4152347777"), ("state", "CA"));
        Assert.AreEqual("do_not_call", answer.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    [DataRow("\"mode\": \"shadow\"", "an opt-out always holds")]
    [DataRow("\"mode\": \"off\"", "an opt-out always holds")]
    [DataRow("\"always\": false", "no contract loosens an opt-out")]
    public void G14_Nothing_that_loosens_it_loads(string looser, string why)
    {
        var loaded = TestCampaign.Load(SuppressedCampaign.With(
            $$""" "suppression": [ { "list": "opt-outs", "by": [ "email" ], "reason": "opted_out", {{looser}} } ], """));
        Assert.IsNull(loaded.Value);
        Assert.Contains(why, string.Join('\n', loaded.Mistakes), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task G14_Nothing_is_bought_while_nobody_can_say_who_has_opted_out()
    {
        var intake = new IntakeFixture();
        intake.Tables[TableNames.Suppressions].Fault = static _ => throw new StoreUnavailableException("A fault of the test.");
        Assert.AreEqual(Outcome.Error, (await intake.SendAsync("acme", Ann)).Outcome);
        Assert.IsEmpty(intake.Enqueued);
    }

    private static Lead LeadOf(IntakeFixture intake)
    {
        var draft = new LeadDraft(intake.Campaign.Layout);
        draft.Add("email", "ann@gmail.com");
        return draft.ToLead(intake.Clock.GetUtcNow());
    }

    private static Campaign Named(string name, Campaign campaign) => new()
    {
        Id = CampaignId.TryParse(name, out var id) ? id : default,
        Version = campaign.Version,
        Layout = campaign.Layout,
        Delivery = campaign.Delivery,
        OptOuts = campaign.OptOuts,
    };
}
