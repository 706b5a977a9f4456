using LeadFilter.Pipeline.Intake;
using LeadFilter.Tests.Capacity;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Guarantees;

/// <summary>G7: a cap is never exceeded; failed and test leads use none of it.</summary>
[TestClass]
public sealed class G7CapTests
{
    [TestMethod]
    public async Task G7_No_more_than_the_limit_is_bought_in_a_period()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(3)}]"));
        var answers = await SendAsync(intake, "acme", 0, 5);
        Assert.AreEqual("Success Success Success Failure Failure", string.Join(' ', answers.Select(answer => answer.Outcome)));
        Assert.AreEqual("cap_reached: No more leads are bought in this day", $"{answers[4].Reasons.Single().Code}: {answers[4].Reasons.Single().Text}");
        Assert.HasCount(3, intake.Enqueued);
    }

    [TestMethod]
    public async Task Limit_holds_anew_from_the_next_midnight_of_the_campaign()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(1)}]"));
        await SendAsync(intake, "acme", 0, 1);

        // From noon UTC to the midnight of New York it is 17 hours.
        intake.Clock.Advance(TimeSpan.FromHours(17) - TimeSpan.FromTicks(1));
        Assert.AreEqual(Outcome.Failure, (await SendAsync(intake, "acme", 1, 1))[0].Outcome);
        intake.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.AreEqual(Outcome.Success, (await SendAsync(intake, "acme", 2, 1))[0].Outcome);
    }

    [TestMethod]
    public async Task G7_Rejected_leads_duplicates_and_tests_take_no_place()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(2)}]"));
        await intake.SendAsync("acme", ("email", "nobody"));
        await intake.SendAsync("acme", [.. IntakeFixture.Person("tess"), ("is_test", "true")]);
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        await intake.SendAsync("stranger", IntakeFixture.Person("ann"));
        Assert.AreEqual(1, (await intake.TakenAsync())["daily"]);
    }

    [TestMethod]
    public async Task Test_lead_is_told_that_a_cap_is_full()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(1)}]"));
        await SendAsync(intake, "acme", 0, 1);
        var test = await intake.SendAsync("acme", [.. IntakeFixture.Person("tess"), ("is_test", "true")]);
        Assert.AreEqual("cap_reached", test.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task Lead_that_a_full_cap_rejects_leaves_its_person_free()
    {
        var intake = new IntakeFixture(CapCampaign.With("[]", $$"""{ "caps": [{{CapCampaign.Daily(1)}}] }"""));
        await SendAsync(intake, "acme", 0, 1);
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("stranger", IntakeFixture.Person("ann"))).Outcome);
    }

    [TestMethod]
    public async Task Cap_counts_only_the_leads_of_its_condition()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(1, """, "when": { "field": "state", "op": "equal", "value": "CA" }""")}]"));
        await intake.SendAsync("acme", ("email", "a@example.com"), ("state", "CA"));
        var texan = await intake.SendAsync("acme", ("email", "b@example.com"), ("state", "TX"));
        var anywhere = await intake.SendAsync("acme", ("email", "c@example.com"));
        var second = await intake.SendAsync("acme", ("email", "d@example.com"), ("state", "CA"));
        Assert.AreEqual((Outcome.Success, Outcome.Success, Outcome.Failure), (texan.Outcome, anywhere.Outcome, second.Outcome));
    }

    [TestMethod]
    public async Task G7_Several_caps_are_taken_all_or_none()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(9)}]", """{ "caps": [ { "id": "own", "limit": 1, "per": "hour" }, { "id": "monthly", "limit": 8, "per": "month" } ] }"""));
        await SendAsync(intake, "acme", 0, 3);
        var taken = await intake.TakenAsync();
        Assert.AreEqual((1, 1, 1), (taken["daily"], taken["own"], taken["monthly"]));
    }

    // The last place of the second cap goes to another lead after this one has looked and taken its first place.
    [TestMethod]
    public async Task G7_Place_is_given_back_when_a_later_cap_turns_out_to_be_full()
    {
        var json = CapCampaign.With($"[{CapCampaign.Daily(9)}, {{ \"id\": \"hourly\", \"limit\": 1, \"per\": \"hour\" }}]");
        var (intake, other) = (new IntakeFixture(json), (IntakeFixture?)null);
        other = new(json, intake);
        intake.Tables.Fault = async call =>
        {
            if (call is { Port: "Caps", Operation: "TryInsertAsync", TookEffect: true })
            {
                intake.Tables.Fault = null;
                Assert.AreEqual(Outcome.Success, (await SendAsync(other, "acme", 1, 1))[0].Outcome);
            }
        };
        Assert.AreEqual(Outcome.Failure, (await SendAsync(intake, "acme", 0, 1))[0].Outcome);
        Assert.AreEqual(1, (await intake.TakenAsync())["daily"]);
    }

    [TestMethod]
    public async Task Cap_by_source_has_a_counter_for_each_source_of_each_vendor()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(1, """, "by": "source" """)}]"));
        var number = 0;
        foreach (var (vendor, source, outcome) in new[]
        {
            ("acme", "site-a", Outcome.Success), ("acme", "site-a", Outcome.Failure), ("acme", "SITE-B", Outcome.Success),
            ("stranger", "site-a", Outcome.Success), ("acme", "", Outcome.Success), ("acme", "", Outcome.Failure),
        })
        {
            var answer = await intake.SendAsync(vendor, ("email", $"person{number++}@example.com"), ("source", source));
            Assert.AreEqual(outcome, answer.Outcome, $"{vendor} {source}");
        }

        var taken = await intake.TakenAsync();
        Assert.AreEqual("daily acme/ daily acme/site-a daily acme/site-b daily stranger/site-a", string.Join(' ', taken.Keys));
    }

    [TestMethod]
    public async Task Cap_by_vendor_has_a_counter_for_each_vendor()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(2, """, "by": "vendor" """)}]"));
        await SendAsync(intake, "acme", 0, 5);
        await SendAsync(intake, "stranger", 5, 1);
        var taken = await intake.TakenAsync();
        Assert.AreEqual((2, 1, 0), (taken["daily acme"], taken["daily stranger"], taken["daily bright"]));
    }

    [TestMethod]
    public async Task G7_Lead_sent_again_takes_no_second_place()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(9)}]"));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.AreEqual(1, (await intake.TakenAsync())["daily"]);
    }

    [TestMethod]
    [DataRow("bright", "", "Waived")]
    [DataRow("newcomer", "", "Trial")]
    [DataRow("acme", ", \"mode\": \"shadow\"", "Shadow")]
    public async Task G6_Lead_that_a_full_cap_does_not_reject_is_bought_and_logged(string vendor, string more, string effect)
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(2, more)}]"));
        var answers = await SendAsync(intake, vendor, 0, 3);
        Assert.IsTrue(answers.All(answer => answer is { Outcome: Outcome.Success, Price.Amount: 12.5m }));
        var logged = (await intake.LoggedAsync()).Where(record => record.Findings.Count > 0).ToList();
        Assert.AreEqual($"caps.daily {effect}", string.Join(", ", logged.SelectMany(record => record.Findings).Select(found => $"{found.Rule} {found.Effect}")));
        Assert.AreEqual(2, (await intake.TakenAsync())["daily"]);
    }

    [TestMethod]
    public async Task Cap_that_is_off_counts_nothing()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(1, ", \"mode\": \"off\"")}]"));
        await SendAsync(intake, "acme", 0, 2);
        Assert.HasCount(2, intake.Enqueued);
        Assert.IsEmpty(intake.Tables["Caps"].Rows);
    }

    [TestMethod]
    public async Task Limit_that_is_lowered_counts_what_was_bought_under_the_greater_one()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(2500)}]"));
        await SendAsync(intake, "acme", 0, 5);
        var lower = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(7)}]"), intake);
        var answers = await SendAsync(lower, "acme", 5, 4);
        Assert.AreEqual(2, answers.Count(answer => answer.Outcome == Outcome.Success));
        var lowest = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(3)}]"), intake);
        Assert.AreEqual(Outcome.Failure, (await SendAsync(lowest, "acme", 9, 1))[0].Outcome);
        var raised = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(8)}]"), intake);
        Assert.AreEqual(1, (await SendAsync(raised, "acme", 10, 3)).Count(answer => answer.Outcome == Outcome.Success));
    }

    [TestMethod]
    public async Task Full_cap_is_not_read_again_for_each_lead()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(1)}]"));
        await SendAsync(intake, "acme", 0, 2);
        var calls = 0;
        intake.Tables["Caps"].Fault = _ =>
        {
            calls++;
            return default;
        };
        await SendAsync(intake, "acme", 2, 50);
        Assert.AreEqual(0, calls);
    }

    [TestMethod]
    public async Task Place_that_another_process_frees_is_found_within_a_second()
    {
        var json = CapCampaign.With($"[{CapCampaign.Daily(1)}]");
        var intake = new IntakeFixture(json);
        await SendAsync(intake, "acme", 0, 2);
        var row = intake.Tables["Caps"].Rows.Single();
        Assert.IsTrue(await intake.Tables["Caps"].TryDeleteAsync(row, CancellationToken.None));
        intake.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(Outcome.Success, (await SendAsync(intake, "acme", 2, 1))[0].Outcome);
    }

    [TestMethod]
    public async Task Rows_of_a_period_say_when_they_may_be_deleted()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(1, """, "by": "source" """)}]"));
        await SendAsync(intake, "acme", 0, 1);
        foreach (var row in intake.Tables["Caps"].Rows)
        {
            Assert.IsTrue(row.TryGet<DateTimeOffset>("ExpiresAt", out var expiry));
            Assert.AreEqual(new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero), expiry);
        }
    }

    [TestMethod]
    public async Task Caps_are_counted_for_telemetry()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(1)}]"));
        await SendAsync(intake, "acme", 0, 2);
        CollectionAssert.AreEqual(new[] { "leadfilter.caps 1 result=taken", "leadfilter.caps 1 result=full" }, intake.Meters.Of("leadfilter.caps"));
    }

    private static async Task<List<Answer>> SendAsync(IntakeFixture intake, string vendor, int first, int count)
    {
        var answers = new List<Answer>();
        for (var number = first; number < first + count; number++)
        {
            answers.Add(await intake.SendAsync(vendor, ("email", $"person{number}@example.com")));
        }

        return answers;
    }
}
