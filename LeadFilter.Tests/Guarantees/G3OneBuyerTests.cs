using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Guarantees;

/// <summary>G3: of any number of leads with the same identity, exactly one is bought.</summary>
[TestClass]
public sealed class G3OneBuyerTests
{
    // Two identities each, in every order of arrival, with a yield between any two calls of the ports: leads that share
    // one or both must never reject each other all around.
    [TestMethod]
    public async Task G3_Leads_that_share_two_identities_do_not_block_each_other()
    {
        for (var round = 0; round < 50; round++)
        {
            var intake = new IntakeFixture();
            var random = new Random(round);
            intake.Tables.Fault = async _ =>
            {
                for (var pause = random.Next(4); pause > 0; pause--)
                {
                    await Task.Yield();
                }
            };

            var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => intake.SendAsync(
                at % 2 == 0 ? "acme" : "bright", ("email", "ann@example.com"), ("phone_1", "4152341234"), ("sub_id", $"{at}"))));

            Assert.AreEqual(1, answers.Count(answer => answer.Outcome == Outcome.Success), $"round {round}");
            Assert.AreEqual(11, answers.Count(answer => answer.Reasons is [{ Code: var code }] && code.ToString() == "duplicate"), $"round {round}");
            Assert.HasCount(1, intake.Enqueued);
        }
    }

    [TestMethod]
    public async Task A_person_is_recognized_by_either_identity()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", ("email", "ann@example.com"), ("phone_1", "4152341234"));
        var byEmail = await intake.SendAsync("bright", ("email", " ANN@EXAMPLE.COM"), ("phone_1", "4152341235"));
        var byPhone = await intake.SendAsync("bright", ("email", "anna@example.com"), ("phone_1", "+1 (415) 234-1234"));
        Assert.AreEqual((Outcome.Failure, Outcome.Failure), (byEmail.Outcome, byPhone.Outcome));
    }

    [TestMethod]
    public async Task A_rejected_duplicate_leaves_its_other_identity_free()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", ("email", "ann@example.com"), ("phone_1", "4152341234"));
        await intake.SendAsync("bright", ("email", "ben@example.com"), ("phone_1", "4152341234"));
        await intake.SendAsync("bright", ("email", "ann@example.com"), ("phone_1", "4152341299"));
        var ben = await intake.SendAsync("acme", ("email", "ben@example.com"));
        var number = await intake.SendAsync("acme", ("phone_1", "4152341299"));
        Assert.AreEqual((Outcome.Success, Outcome.Success), (ben.Outcome, number.Outcome));
    }

    [TestMethod]
    public async Task A_person_may_be_bought_again_when_the_window_has_ended()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromDays(90));
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("bright", IntakeFixture.Person("ann"))).Outcome);
    }

    [TestMethod]
    public async Task A_test_lead_claims_nobody_and_is_not_delivered()
    {
        var intake = new IntakeFixture();
        var test = await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("is_test", "true")]);
        var real = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        Assert.AreEqual((Outcome.Success, Outcome.Success), (test.Outcome, real.Outcome));
        CollectionAssert.AreEqual(new[] { real.Lead.ToString() }, intake.Enqueued.ToArray());
    }

    [TestMethod]
    public async Task A_test_lead_of_a_person_that_was_bought_is_told_so()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var test = await intake.SendAsync("bright", [.. IntakeFixture.Person("ann"), ("is_test", "1")]);
        Assert.AreEqual("duplicate", test.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task G6_A_trial_vendors_duplicate_is_bought_and_logged_as_what_it_is()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var trial = await intake.SendAsync("newcomer", IntakeFixture.Person("ann"));
        var logged = (await intake.LoggedAsync()).Single(record => record.Lead == trial.Lead);
        Assert.AreEqual(Outcome.Success, trial.Outcome);
        Assert.AreEqual("duplicates Trial", $"{logged.Findings.Single().Rule} {logged.Findings.Single().Effect}");
    }

    [TestMethod]
    public async Task No_table_holds_anything_of_the_person()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", ("email", "zzmarkzz@example.com"), ("phone_1", "4152341234"), ("first_name", "Zzmarkzz"), ("source", "zzmarkzz@x"));
        foreach (var row in TableNames.All.SelectMany(name => intake.Tables[name].Rows))
        {
            var told = $"{row.PartitionKey} {row.RowKey} {string.Join(' ', row.Properties.Select(property => property.Value))}";
            Assert.IsFalse(told.Contains("zzmarkzz", StringComparison.OrdinalIgnoreCase) || told.Contains("4152341234", StringComparison.Ordinal), told);
        }
    }
}
