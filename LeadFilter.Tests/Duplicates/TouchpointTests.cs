using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Duplicates;

/// <summary>Duplicates of one's own traffic: not bought again, but forwarded as an update.</summary>
[TestClass]
public sealed class TouchpointTests
{
    private static readonly string Own = DuplicateScopeTests.Json("""{ "by": ["email", "phone_1"], "windowDays": 90 }""")
        .Replace("\"acme\": { }", "\"acme\": { \"duplicates\": \"touchpoint\" }", StringComparison.Ordinal);

    private static readonly (string, string)[] Ann = [("email", "ann@example.com"), ("phone_1", "4152341234"), ("state", "CA")];

    [TestMethod]
    public async Task A_duplicate_is_forwarded_for_nothing_as_an_update_of_the_lead_that_was_bought()
    {
        var intake = new IntakeFixture(Own);
        var bought = await intake.SendAsync("bright", Ann);
        var touch = await intake.SendAsync("acme", Ann);
        var update = Messages(intake).Single(message => message.Id == touch.Lead);
        Assert.AreEqual((Outcome.Success, Money.Zero), (touch.Outcome, touch.Price));
        Assert.AreNotEqual(bought.Lead, touch.Lead);
        Assert.AreEqual((bought.Lead, Money.Zero), (update.UpdateOf, update.Price));
    }

    [TestMethod]
    public async Task The_log_says_that_it_is_an_update()
    {
        var intake = new IntakeFixture(Own);
        await intake.SendAsync("bright", Ann);
        var touch = await intake.SendAsync("acme", Ann);
        var finding = (await intake.LoggedAsync()).Single(record => record.Lead == touch.Lead).Findings.Single();
        Assert.AreEqual("duplicates Touchpoint", $"{finding.Rule} {finding.Effect}");
    }

    [TestMethod]
    public async Task A_lead_of_a_new_person_is_bought_as_any()
    {
        var intake = new IntakeFixture(Own);
        var answer = await intake.SendAsync("acme", Ann);
        Assert.AreEqual(15m, answer.Price.Amount);
        Assert.IsNull(Messages(intake).Single().UpdateOf);
    }

    [TestMethod]
    public async Task A_vendor_without_that_contract_is_rejected()
    {
        var intake = new IntakeFixture(Own);
        await intake.SendAsync("acme", Ann);
        Assert.AreEqual("duplicate", (await intake.SendAsync("bright", Ann)).Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task An_update_claims_nothing_so_that_the_window_runs_from_the_purchase()
    {
        var intake = new IntakeFixture(Own);
        await intake.SendAsync("bright", Ann);
        var claims = intake.Tables[TableNames.Claims].Rows.Count;
        await intake.SendAsync("acme", [("email", "ann@example.com"), ("phone_1", "4152349999")]);
        Assert.AreEqual(claims, intake.Tables[TableNames.Claims].Rows.Count);
        intake.Clock.Advance(TimeSpan.FromDays(90));
        Assert.AreEqual(9m, (await intake.SendAsync("bright", [.. Ann, ("sub_id", "2")])).Price.Amount);
    }

    [TestMethod]
    public async Task A_plan_that_rejects_goes_before_one_that_makes_an_update()
    {
        // In which order the identities come depends on their hashes, and must not be seen.
        for (var person = 0; person < 8; person++)
        {
            var intake = new IntakeFixture(DuplicateScopeTests.Json("""
                [ { "id": "update", "by": ["email"], "windowDays": 90, "action": "touchpoint" }, { "id": "phone", "by": ["phone_1"], "windowDays": 90 } ]
                """));
            (string, string)[] lead = [("email", $"p{person}@example.com"), ("phone_1", $"415234123{person}")];
            await intake.SendAsync("acme", lead);
            var again = await intake.SendAsync("acme", [.. lead, ("sub_id", "2")]);
            Assert.AreEqual(Outcome.Failure, again.Outcome, $"person {person}");
        }
    }

    [TestMethod]
    public async Task G4_An_update_sent_again_gets_the_same_id_and_is_not_forwarded_again()
    {
        var intake = new IntakeFixture(Own);
        await intake.SendAsync("bright", Ann);
        var first = await intake.SendAsync("acme", Ann);
        intake.Clock.Advance(TimeSpan.FromHours(23));
        var again = await intake.SendAsync("acme", Ann);
        Assert.AreEqual((first.Lead, first.Price), (again.Lead, again.Price));
        Assert.HasCount(2, intake.Enqueued);
    }

    [TestMethod]
    public async Task G4_A_crash_at_any_call_of_an_update_is_healed_by_the_resend()
    {
        for (var crashAt = 0; ; crashAt++)
        {
            var intake = new IntakeFixture(Own);
            var bought = await intake.SendAsync("bright", Ann);
            var seen = 0;
            intake.Tables.Fault = _ => seen++ == crashAt ? throw new InvalidOperationException("died") : default;
            intake.Queue.Fault = intake.Tables.Fault;
            var died = false;
            try
            {
                await intake.SendAsync("acme", Ann);
            }
            catch (InvalidOperationException)
            {
                died = true;
            }

            (intake.Tables.Fault, intake.Queue.Fault) = (null, null);
            if (!died)
            {
                Assert.IsGreaterThan(8, crashAt);
                return;
            }

            intake.Clock.Advance(ReceiptBook.Lease);
            var again = await intake.SendAsync("acme", Ann);
            var updates = Messages(intake).Where(message => message.UpdateOf == bought.Lead).ToList();
            Assert.HasCount(1, updates, $"crash at call {crashAt}");
            Assert.AreEqual((again.Lead, 0m), (updates[0].Id, again.Price.Amount), $"crash at call {crashAt}");
        }
    }

    [TestMethod]
    public async Task G3_Of_own_leads_of_one_person_at_once_exactly_one_is_bought()
    {
        for (var round = 0; round < 25; round++)
        {
            var messages = await SendAtOnceAsync(round, _ => ("ann@example.com", "4152341234"));
            var bought = messages.Single(message => message.UpdateOf is null);
            Assert.IsTrue(messages.All(message => message == bought || message.UpdateOf is not null), $"round {round}");
        }
    }

    [TestMethod]
    public async Task G3_Own_leads_at_once_that_share_some_identities_never_update_each_other_in_a_circle()
    {
        for (var round = 0; round < 25; round++)
        {
            var messages = (await SendAtOnceAsync(round, at => (at % 3 == 0 ? "ben@example.com" : "ann@example.com", at % 3 == 1 ? "4152349999" : "4152341234")))
                .ToDictionary(message => message.Id);
            foreach (var message in messages.Values)
            {
                var steps = 0;
                for (LeadId? at = message.Id; at is { } id && steps <= messages.Count; at = messages[id].UpdateOf)
                {
                    steps++;
                }

                Assert.IsLessThanOrEqualTo(messages.Count, steps, $"round {round}");
            }
        }
    }

    [TestMethod]
    public async Task G7_An_update_takes_no_place_under_a_cap()
    {
        var intake = new IntakeFixture(Own.Replace("\"prices\":", "\"caps\": [ { \"id\": \"daily\", \"limit\": 1, \"per\": \"day\" } ], \"prices\":", StringComparison.Ordinal));
        await intake.SendAsync("bright", Ann);
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", Ann)).Outcome);
        Assert.AreEqual(Outcome.Failure, (await intake.SendAsync("acme", IntakeFixture.Person("ben"))).Outcome);
    }

    [TestMethod]
    public async Task A_test_lead_is_told_what_an_update_would_be_told()
    {
        var intake = new IntakeFixture(Own);
        await intake.SendAsync("bright", Ann);
        var test = await intake.SendAsync("acme", [.. Ann, ("is_test", "true")]);
        Assert.AreEqual((Outcome.Success, 0m), (test.Outcome, test.Price.Amount));
    }

    private static async Task<List<LeadMessage>> SendAtOnceAsync(int seed, Func<int, (string Email, string Phone)> person)
    {
        var intake = new IntakeFixture(Own);
        var random = new Random(seed);
        intake.Tables.Fault = async _ =>
        {
            for (var pause = random.Next(4); pause > 0; pause--)
            {
                await Task.Yield();
            }
        };
        await Task.WhenAll(Enumerable.Range(0, 9).Select(at => intake.SendAsync(
            "acme", ("email", person(at).Email), ("phone_1", person(at).Phone), ("sub_id", $"{at}"))));
        return Messages(intake);
    }

    private static List<LeadMessage> Messages(IntakeFixture intake) =>
    [
        .. intake.Queue.Messages.Where(message => message.Queue == QueueNames.Leads).Select(message =>
            LeadMessageJson.TryRead(message.Body.Span, out var lead, out var why) ? lead : throw new AssertFailedException(why)),
    ];
}
