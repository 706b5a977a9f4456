namespace LeadFilter.Tests.Faults.Checking;

/// <summary>The checker finds each kind of wrong in a small history, and nothing in a right one.</summary>
[TestClass]
public sealed class CheckerTests
{
    private const string Acme = "acme";
    private const string Bright = "bright";

    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly string One = Lead(1);
    private static readonly string Two = Lead(2);

    private readonly History history = new(new()
    {
        DuplicateWindow = TimeSpan.FromDays(30),
        DuplicatesBoughtFrom = new HashSet<string> { "lenient" },
        Caps = [new("daily", 2, TimeSpan.FromDays(1)), new("of bright", 1, TimeSpan.FromDays(1), Bright)],
    });

    [TestMethod]
    public void Nothing_is_wrong_with_a_lead_that_is_bought_delivered_and_logged()
    {
        Buy(One, "ann");
        AssertFound();
    }

    [TestMethod]
    public void Nothing_is_wrong_with_a_rejected_lead_a_resend_and_repeated_calls_under_one_key()
    {
        Buy(One, "ann");
        Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        Take(One, "ann");
        Reject(Two, "ben");
        AssertFound();
    }

    [TestMethod]
    public void Nothing_is_wrong_with_a_bought_lead_that_is_dead_or_queued()
    {
        Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        Log(One, accepted: true);
        history.AddDead(One, "crm_refused");
        Tell(Acme, "ben", ToldOutcome.Success, Two, 10);
        Log(Two, accepted: true);
        history.AddQueued(Two);
        AssertFound();
    }

    [TestMethod]
    [DataRow(nameof(ToldOutcome.Error))]
    [DataRow(nameof(ToldOutcome.Nothing))]
    public void A_lead_without_a_definite_answer_may_be_bought_or_not(string outcome)
    {
        Tell(Acme, "ann", Enum.Parse<ToldOutcome>(outcome));
        Take(One, "ann");
        Tell(Acme, "ben", Enum.Parse<ToldOutcome>(outcome));
        AssertFound();
    }

    [TestMethod]
    public void Nothing_is_wrong_with_a_lead_that_is_bought_by_the_resend_after_no_answer()
    {
        Tell(Acme, "ann", ToldOutcome.Nothing);
        Take(One, "ann");
        Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        Log(One, accepted: true);
        AssertFound();
    }

    [TestMethod]
    public void A_success_that_is_nowhere_is_lost_and_wrongly_charged()
    {
        Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        Log(One, accepted: true);
        AssertFound(Wrong.Lost, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_lead_that_the_log_has_bought_and_that_is_nowhere_is_lost_and_wrongly_charged_whatever_its_vendor_heard()
    {
        Tell(Acme, "ann", ToldOutcome.Nothing);
        Log(One, accepted: true);
        AssertFound(Wrong.Lost, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_lead_whose_key_made_a_record_of_another_lead_is_lost_and_the_key_is_named()
    {
        Buy(One, "ann", "key");
        Buy(Two, "ben", "key");
        AssertFound(Wrong.Doubled, Wrong.Lost, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_lead_under_two_keys_is_doubled()
    {
        Buy(One, "ann");
        Take(One, "ann", "another key");
        AssertFound(Wrong.Doubled);
    }

    [TestMethod]
    public void Two_success_answers_with_different_ids_to_one_submission_are_doubled()
    {
        Buy(One, "ann");
        Buy(Two, "ann");
        AssertFound(Wrong.Doubled, Wrong.Doubled);
    }

    [TestMethod]
    public void A_submission_that_is_in_the_CRM_as_two_leads_is_doubled_though_its_vendor_knows_of_one()
    {
        Tell(Acme, "ann", ToldOutcome.Nothing);
        Take(One, "ann");
        Buy(Two, "ann");
        AssertFound(Wrong.Doubled, Wrong.Doubled);
    }

    [TestMethod]
    public void A_person_bought_twice_within_the_window_is_doubled()
    {
        Buy(One, "ann");
        Buy(Lead(3, Noon.AddDays(29)), "ann", vendor: Bright);
        AssertFound(Wrong.Doubled);
    }

    [TestMethod]
    public void A_person_bought_again_after_the_window_or_from_one_whose_duplicates_are_bought_is_right()
    {
        Buy(One, "ann");
        Buy(Lead(3, Noon.AddDays(30)), "ann", vendor: Bright);
        Buy(Lead(4, Noon.AddDays(31)), "ann", vendor: "lenient");
        AssertFound();
    }

    [TestMethod]
    public void A_person_bought_from_one_and_delivered_for_another_who_got_no_answer_is_doubled()
    {
        Buy(One, "ann");
        Tell(Bright, "ann", ToldOutcome.Error);
        Take(Two, "ann", vendor: Bright);
        AssertFound(Wrong.Doubled);
    }

    [TestMethod]
    public void An_update_is_no_second_purchase_and_counts_under_no_cap()
    {
        Buy(One, "ann");
        Buy(Two, "ben");
        var update = Lead(3);
        Tell(Acme, "ann again", ToldOutcome.Success, update, person: "ann");
        history.Add(new Taken(update, update, Acme, "ann", 0, "ann again"));
        history.Add(new Logged(update, Acme, true, 0, Noon, IsUpdate: true));
        AssertFound();
    }

    [TestMethod]
    [DataRow(11, 10)]
    [DataRow(10, 11)]
    public void A_price_that_differs_from_the_log_s_or_the_CRM_s_is_wrongly_charged(int logged, int delivered)
    {
        Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        history.Add(new Logged(One, Acme, true, logged, Noon));
        history.Add(new Taken(One, One, Acme, "ann", delivered));
        AssertFound(Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_resend_that_is_told_another_price_is_wrongly_charged()
    {
        Buy(One, "ann");
        Tell(Acme, "ann", ToldOutcome.Success, One, 9);
        AssertFound(Wrong.WronglyCharged, Wrong.WronglyCharged, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_price_for_a_rejected_lead_is_wrongly_charged()
    {
        Tell(Acme, "ann", ToldOutcome.Failure, One, 10);
        history.Add(new Logged(One, Acme, false, 10, Noon));
        AssertFound(Wrong.WronglyCharged, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void More_than_a_cap_allows_is_over_it()
    {
        Buy(One, "ann");
        Buy(Two, "ben");
        Buy(Lead(3), "cid");
        AssertFound(Wrong.OverCap);
        Assert.Contains("cap daily allows 2, and from 2026-11-26 00:00:00Z 3 are told, 3 are logged, 0 more may be bought", Checker.Findings(history)[0].Text, StringComparison.Ordinal);
    }

    [TestMethod]
    public void What_may_be_bought_counts_under_a_cap_and_is_told_apart()
    {
        Buy(One, "ann", vendor: Bright);
        Tell(Bright, "ben", ToldOutcome.Nothing);
        Take(Two, "ben", vendor: Bright);
        AssertFound(Wrong.OverCap);
        Assert.Contains($"cap of bright allows 1, and from 2026-11-26 00:00:00Z 1 are told, 1 are logged, 1 more may be bought ({Two})", Checker.Findings(history)[0].Text, StringComparison.Ordinal);
    }

    [TestMethod]
    public void What_is_bought_in_another_period_or_from_another_vendor_is_not_over_the_cap()
    {
        Buy(One, "ann", vendor: Bright);
        Buy(Two, "ben");
        Buy(Lead(3, Noon.AddHours(12)), "cid", vendor: Bright);
        AssertFound();
    }

    [TestMethod]
    public void A_rejected_lead_in_the_CRM_is_delivered_unasked()
    {
        Reject(One, "ann");
        Take(One, "ann");
        AssertFound(Wrong.DeliveredUnasked);
    }

    [TestMethod]
    public void A_lead_that_was_delivered_before_its_vendor_was_told_a_failure_is_delivered_unasked()
    {
        Tell(Acme, "ann", ToldOutcome.Nothing);
        Take(One, "ann");
        Reject(Two, "ann");
        AssertFound(Wrong.DeliveredUnasked);
    }

    [TestMethod]
    public void A_rejected_lead_in_the_queue_is_delivered_unasked()
    {
        Reject(One, "ann");
        history.AddQueued(One);
        AssertFound(Wrong.DeliveredUnasked);
    }

    [TestMethod]
    public void A_lead_that_nobody_sent_is_delivered_unasked()
    {
        Take(One, "ann");
        AssertFound(Wrong.DeliveredUnasked);
    }

    [TestMethod]
    public void An_answer_that_the_log_does_not_have_contradicts_it()
    {
        Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        Take(One, "ann");
        Tell(Acme, "ben", ToldOutcome.Failure, Two);
        AssertFound(Wrong.Contradicted, Wrong.Contradicted);
    }

    [TestMethod]
    public void A_success_that_the_log_has_rejected_contradicts_it()
    {
        Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        Take(One, "ann");
        Log(One, accepted: false);
        AssertFound(Wrong.Contradicted);
    }

    [TestMethod]
    public void A_failure_that_the_log_has_accepted_contradicts_it_and_is_lost_or_delivered_unasked()
    {
        Tell(Acme, "ann", ToldOutcome.Failure, One);
        Log(One, accepted: true);
        Take(One, "ann");
        AssertFound(Wrong.DeliveredUnasked, Wrong.Contradicted);
    }

    [TestMethod]
    public void Success_and_failure_for_one_submission_contradict_each_other()
    {
        Buy(One, "ann");
        Reject(Two, "ann");
        AssertFound(Wrong.Contradicted);
    }

    [TestMethod]
    public void A_lead_sent_again_after_a_day_is_a_submission_of_its_own()
    {
        Buy(One, "ann");
        var later = Lead(3, Noon.AddHours(24));
        Tell(Acme, "ann", ToldOutcome.Failure, later);
        history.Add(new Logged(later, Acme, false, 0, Noon.AddHours(24)));
        AssertFound();
    }

    /// <summary>A lead id of a time: its first 12 digits are the milliseconds.</summary>
    private static string Lead(int number, DateTimeOffset? at = null) => $"{(at ?? Noon).ToUnixTimeMilliseconds():x12}7{number:x19}";

    private void Buy(string lead, string person, string? key = null, string vendor = Acme)
    {
        Tell(vendor, person, ToldOutcome.Success, lead, 10);
        Take(lead, person, key, vendor);
        history.Add(new Logged(lead, vendor, true, 10, DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(lead[..12], 16))));
    }

    private void Reject(string lead, string person)
    {
        Tell(Acme, person, ToldOutcome.Failure, lead);
        Log(lead, accepted: false);
    }

    private void Tell(string vendor, string submission, ToldOutcome outcome, string? lead = null, decimal price = 0, string? person = null) =>
        history.Add(new Told(vendor, submission, person ?? submission, outcome, lead, price));

    private void Take(string lead, string person, string? key = null, string vendor = Acme) =>
        history.Add(new Taken(lead, key ?? lead, vendor, person, 10));

    private void Log(string lead, bool accepted) => history.Add(new Logged(lead, Acme, accepted, accepted ? 10 : 0, Noon));

    private void AssertFound(params Wrong[] expected) =>
        CollectionAssert.AreEqual(
            expected.Order().ToList(),
            Checker.Findings(history).Select(finding => finding.Kind).Order().ToList(),
            string.Join('\n', Checker.Findings(history)));
}
