using System.Security.Cryptography;
using System.Text;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Tests.Intake;
using static LeadFilter.Tests.Suppression.SuppressedCampaign;

namespace LeadFilter.Tests.Suppression;

/// <summary>What suppression lists do to leads.</summary>
[TestClass]
public sealed class SuppressionLookupTests
{
    private static readonly (string, string)[] Ann =
        [("email", "A.nn+x@gmail.com"), ("phone_1", "415-234-1234"), ("address_1", "12 Main Street"), ("address_2", "Apt 4"), ("postal_code", "94107-1234")];

    private static string Md5(string text)
    {
#pragma warning disable CA5351 // What others' lists are made of.
        return Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
    }

    private static string Sha256(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [TestMethod]
    [DataRow(SuppressionKind.Email, "ann@gmail.com")]
    [DataRow(SuppressionKind.Phone, "+1 (415) 234 1234")]
    [DataRow(SuppressionKind.Address, "12 MAIN ST # 4, 94107")]
    public async Task A_person_on_the_list_is_rejected_however_it_is_written(SuppressionKind kind, string value)
    {
        var intake = new IntakeFixture(Json);
        await intake.Suppressions.AddAsync(Batch("customers", kind, value), CancellationToken.None);
        var answer = await intake.SendAsync("acme", Ann);
        Assert.AreEqual("existing_customer: Is a customer already", $"{answer.Reasons.Single().Code}: {answer.Reasons.Single().Text}");
    }

    [TestMethod]
    [DataRow("ann@gmail.com", "mailbox")]
    [DataRow("a.nn+x@gmail.com", "address")]
    public async Task A_hash_of_the_mailbox_or_of_the_address_is_found(string hashed, string what)
    {
        foreach (var (form, hex) in new[] { (SuppressionForm.Sha256, Sha256(hashed)), (SuppressionForm.Md5, Md5(hashed).ToLowerInvariant()) })
        {
            var intake = new IntakeFixture(Json);
            await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Email, form, hex), CancellationToken.None);
            var answer = await intake.SendAsync("acme", Ann);
            Assert.AreEqual("existing_customer", answer.Reasons.Single().Code.ToString(), $"{form} of the {what}");
        }
    }

    [TestMethod]
    [DataRow("+14152341234")]
    [DataRow("14152341234")]
    [DataRow("4152341234")]
    public async Task A_hash_of_a_number_is_found_with_and_without_its_country(string hashed)
    {
        var intake = new IntakeFixture(Json);
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Phone, SuppressionForm.Md5, Md5(hashed)), CancellationToken.None);
        Assert.AreEqual(Outcome.Failure, (await intake.SendAsync("acme", Ann)).Outcome);
    }

    [TestMethod]
    public async Task An_address_that_was_stored_under_its_former_text_is_found()
    {
        var intake = new IntakeFixture(Json);
        var former = Sha256("100 medical center dr 4|94107");
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Address, SuppressionForm.Sha256, former), CancellationToken.None);
        var answer = await intake.SendAsync(
            "acme",
            ("email", "ben@example.com"), ("address_1", "100 Medical Center Drive"), ("address_2", "Apt 4"), ("postal_code", "94107"));
        Assert.AreEqual("existing_customer", answer.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task A_domain_is_found_by_the_address_under_it()
    {
        var intake = new IntakeFixture(Json);
        await intake.Suppressions.AddAsync(Batch("competitors", SuppressionKind.Domain, "https://rival.com/"), CancellationToken.None);
        var answer = await intake.SendAsync("acme", ("email", "ann@mail.rival.com"));
        Assert.AreEqual("competitor", answer.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task A_person_on_no_list_is_bought()
    {
        var intake = new IntakeFixture(Json);
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Email, "ben@gmail.com"), CancellationToken.None);
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", Ann)).Outcome);
    }

    [TestMethod]
    public async Task A_person_on_a_list_that_the_campaign_does_not_ask_is_bought()
    {
        var intake = new IntakeFixture(Json);
        await intake.Suppressions.AddAsync(Batch("litigators", SuppressionKind.Email, "ann@gmail.com"), CancellationToken.None);
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", Ann)).Outcome);
    }

    [TestMethod]
    public async Task An_entry_counts_until_its_end()
    {
        var intake = new IntakeFixture(Json);
        var entry = Batch("customers", SuppressionKind.Email, "ann@gmail.com") with { Expires = intake.Clock.GetUtcNow().AddDays(30) };
        await intake.Suppressions.AddAsync(entry, CancellationToken.None);
        intake.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        var before = await intake.SendAsync("acme", Ann);
        intake.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await intake.SendAsync("bright", Ann);
        Assert.AreEqual((Outcome.Failure, Outcome.Success), (before.Outcome, after.Outcome));
    }

    [TestMethod]
    public async Task G6_A_list_in_shadow_changes_no_answer_and_is_logged()
    {
        var intake = new IntakeFixture(Json);
        await intake.Suppressions.AddAsync(Batch("watched", SuppressionKind.Email, "ann@gmail.com"), CancellationToken.None);
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", Ann)).Outcome);
        var finding = (await intake.LoggedAsync()).Single().Findings.Single(one => one.Rule != "area");
        Assert.AreEqual("suppression.watched Shadow", $"{finding.Rule} {finding.Effect}");
    }

    [TestMethod]
    public async Task G6_A_vendor_whose_contract_does_not_know_suppression_is_paid()
    {
        var intake = new IntakeFixture(Json);
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Email, "ann@gmail.com"), CancellationToken.None);
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("bright", Ann)).Outcome);
    }

    [TestMethod]
    public async Task A_list_that_holds_always_rejects_whatever_the_contract_says()
    {
        var intake = new IntakeFixture(With("""
            "suppression": [ { "list": "unsubscribed", "by": [ "email" ], "reason": "unsubscribed", "always": true } ],
            """));
        await intake.Suppressions.AddAsync(Batch("unsubscribed", SuppressionKind.Email, "ann@gmail.com"), CancellationToken.None);
        Assert.AreEqual("unsubscribed", (await intake.SendAsync("newcomer", Ann)).Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task A_rule_may_use_the_field_of_a_list()
    {
        var json = With("""
            "suppression": [ { "list": "customers", "by": [ "email" ], "reason": "existing_customer", "mode": "shadow" } ],
            """).Replace(
            "\"rules\": [",
            """
            "rules": [ { "id": "new-only", "category": "criteria", "reason": "not_new",
              "rejectWhen": { "all": [ { "field": "suppression.customers", "is": "true" }, { "field": "state", "op": "equal", "value": "TX" } ] } },
            """,
            StringComparison.Ordinal);
        var intake = new IntakeFixture(json);
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Email, "ann@example.com"), CancellationToken.None);
        var texan = await intake.SendAsync("acme", ("email", "ann@example.com"), ("state", "TX"));
        Assert.AreEqual("not_new", texan.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task A_test_lead_is_told_that_it_is_on_a_list_and_not_on_which()
    {
        var intake = new IntakeFixture(Json);
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Email, "ann@gmail.com"), CancellationToken.None);
        Assert.AreEqual("suppressed", (await intake.SendAsync("acme", [.. Ann, ("is_test", "yes")])).Reasons.Single().Code.ToString());
    }

    // Three lists, three kinds, and one read for each identity that a list can hold: nothing that no list has is looked for.
    [TestMethod]
    public async Task A_lead_costs_one_read_for_each_identity_however_many_lists_are_asked()
    {
        var intake = new IntakeFixture(Json);
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Email, "x@example.com"), CancellationToken.None);
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Phone, "4152349999"), CancellationToken.None);
        await intake.Suppressions.AddAsync(Batch("watched", SuppressionKind.Email, "y@example.com"), CancellationToken.None);
        var reads = 0;
        intake.Tables[TableNames.Suppressions].Fault = call =>
        {
            reads += call is { Operation: "FindAsync", TookEffect: true } ? 1 : 0;
            return default;
        };
        await intake.SendAsync("acme", Ann);
        // The address is another text than its mailbox, and an opt-out may be of its hash.
        Assert.AreEqual(3, reads);
    }

    [TestMethod]
    public async Task A_list_that_another_process_makes_counts_within_seconds()
    {
        var intake = new IntakeFixture(Json);
        await intake.SendAsync("acme", ("email", "ben@example.com"));
        var elsewhere = new SuppressionStore(
            intake.Tables, new(new(new byte[32])), new(intake.Tables, intake.Clock), intake.Clock);
        await elsewhere.AddAsync(Batch("customers", SuppressionKind.Email, "ann@gmail.com"), CancellationToken.None);
        intake.Clock.Advance(SuppressionCatalogue.Lifetime);
        Assert.AreEqual(Outcome.Failure, (await intake.SendAsync("acme", Ann)).Outcome);
    }

    [TestMethod]
    public async Task A_lead_is_not_decided_while_the_lists_cannot_be_read()
    {
        var intake = new IntakeFixture(Json);
        intake.Tables[TableNames.Suppressions].Fault = _ => throw new StoreUnavailableException("down");
        var first = await intake.SendAsync("acme", Ann);
        intake.Tables[TableNames.Suppressions].Fault = null;
        var second = await intake.SendAsync("acme", Ann);
        Assert.AreEqual((Outcome.Error, Outcome.Success), (first.Outcome, second.Outcome));
    }

    [TestMethod]
    public async Task G4_A_crash_at_any_call_before_a_suppressed_lead_is_rejected_is_healed_by_the_resend()
    {
        for (var crashAt = 0; ; crashAt++)
        {
            var intake = new IntakeFixture(Json);
            await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Email, "ann@gmail.com"), CancellationToken.None);
            var seen = 0;
            intake.Tables.Fault = _ => seen++ == crashAt ? throw new InvalidOperationException("died") : default;
            try
            {
                await intake.SendAsync("acme", Ann);
                Assert.IsGreaterThan(6, crashAt);
                return;
            }
            catch (InvalidOperationException)
            {
                intake.Tables.Fault = null;
                intake.Clock.Advance(ReceiptBook.Lease);
                var again = await intake.SendAsync("acme", Ann);
                Assert.AreEqual("existing_customer", again.Reasons.Single().Code.ToString(), $"crash at call {crashAt}");
                Assert.HasCount(1, await intake.LoggedAsync(), $"crash at call {crashAt}");
            }
        }
    }
}
