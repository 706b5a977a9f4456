using LeadFilter.Tests.Serving;
using static LeadFilter.Tests.Faults.Checking.MadeUpHistory;

namespace LeadFilter.Tests.Faults.Checking;

/// <summary>The checker finds in a small history what is lost, doubled or delivered unasked, and nothing in a right one.</summary>
[TestClass]
public sealed class CheckerTests
{
    private readonly MadeUpHistory made = new();

    [TestMethod]
    public void Nothing_is_wrong_with_a_lead_that_is_bought_delivered_and_logged()
    {
        made.Buy(One, "ann");
        made.AssertFound();
    }

    [TestMethod]
    public void Nothing_is_wrong_with_a_rejected_lead_a_resend_and_repeated_calls_under_one_key()
    {
        made.Buy(One, "ann");
        made.Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        made.Take(One, "ann");
        made.Reject(Two, "ben");
        made.AssertFound();
    }

    [TestMethod]
    public void Nothing_is_wrong_with_a_bought_lead_that_is_dead_or_queued()
    {
        made.Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        made.Log(One, accepted: true);
        made.History.AddDead(One, "crm_refused");
        made.Tell(Acme, "ben", ToldOutcome.Success, Two, 10);
        made.Log(Two, accepted: true);
        made.History.AddQueued(Two);
        made.AssertFound();
    }

    [TestMethod]
    [DataRow(nameof(ToldOutcome.Error))]
    [DataRow(nameof(ToldOutcome.Nothing))]
    public void A_lead_without_a_definite_answer_may_be_bought_or_not(string outcome)
    {
        made.Tell(Acme, "ann", Enum.Parse<ToldOutcome>(outcome));
        made.Take(One, "ann");
        made.Tell(Acme, "ben", Enum.Parse<ToldOutcome>(outcome));
        made.AssertFound();
    }

    [TestMethod]
    public void Nothing_is_wrong_with_a_lead_that_is_bought_by_the_resend_after_no_answer()
    {
        made.Tell(Acme, "ann", ToldOutcome.Nothing);
        made.Take(One, "ann");
        made.Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        made.Log(One, accepted: true);
        made.AssertFound();
    }

    [TestMethod]
    public void A_success_that_is_nowhere_is_lost_and_wrongly_charged()
    {
        made.Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        made.Log(One, accepted: true);
        made.AssertFound(Wrong.Lost, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_lead_that_the_log_has_bought_and_that_is_nowhere_is_lost_and_wrongly_charged_whatever_its_vendor_heard()
    {
        made.Tell(Acme, "ann", ToldOutcome.Nothing);
        made.Log(One, accepted: true);
        made.AssertFound(Wrong.Lost, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_lead_whose_key_made_a_record_of_another_lead_is_lost_and_the_key_is_named()
    {
        made.Buy(One, "ann", "key");
        made.Buy(Two, "ben", "key");
        made.AssertFound(Wrong.Doubled, Wrong.Lost, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_lead_under_two_keys_is_doubled()
    {
        made.Buy(One, "ann");
        made.Take(One, "ann", "another key");
        made.AssertFound(Wrong.Doubled);
    }

    [TestMethod]
    public void Two_success_answers_with_different_ids_to_one_submission_are_doubled()
    {
        made.Buy(One, "ann");
        made.Buy(Two, "ann");
        made.AssertFound(Wrong.Doubled, Wrong.Doubled);
    }

    [TestMethod]
    public void A_submission_that_is_in_the_CRM_as_two_leads_is_doubled_though_its_vendor_knows_of_one()
    {
        made.Tell(Acme, "ann", ToldOutcome.Nothing);
        made.Take(One, "ann");
        made.Buy(Two, "ann");
        made.AssertFound(Wrong.Doubled, Wrong.Doubled);
    }

    [TestMethod]
    public void A_person_bought_twice_within_the_window_is_doubled()
    {
        made.Buy(One, "ann");
        made.Buy(Lead(3, Noon.AddDays(29)), "ann", vendor: Bright);
        made.AssertFound(Wrong.Doubled);
    }

    [TestMethod]
    public void A_person_bought_again_after_the_window_or_from_one_whose_duplicates_are_bought_is_right()
    {
        made.Buy(One, "ann");
        made.Buy(Lead(3, Noon.AddDays(30)), "ann", vendor: Bright);
        made.Buy(Lead(4, Noon.AddDays(31)), "ann", vendor: "lenient");
        made.AssertFound();
    }

    [TestMethod]
    public void A_person_bought_from_one_and_delivered_for_another_who_got_no_answer_is_doubled()
    {
        made.Buy(One, "ann");
        made.Tell(Bright, "ann", ToldOutcome.Error);
        made.Take(Two, "ann", vendor: Bright);
        made.AssertFound(Wrong.Doubled);
    }

    [TestMethod]
    public void An_update_is_no_second_purchase_and_counts_under_no_cap()
    {
        made.Buy(One, "ann");
        made.Buy(Two, "ben");
        var update = Lead(3);
        made.Tell(Acme, "ann again", ToldOutcome.Success, update, person: "ann");
        made.History.Add(new Taken(update, update, Acme, "ann", 0, "ann again"));
        made.History.Add(new Logged(update, Acme, true, 0, Noon, IsUpdate: true));
        made.AssertFound();
    }

    [TestMethod]
    public void A_rejected_lead_in_the_CRM_is_delivered_unasked()
    {
        made.Reject(One, "ann");
        made.Take(One, "ann");
        made.AssertFound(Wrong.DeliveredUnasked);
    }

    [TestMethod]
    public void A_lead_that_was_delivered_before_its_vendor_was_told_a_failure_is_delivered_unasked()
    {
        made.Tell(Acme, "ann", ToldOutcome.Nothing);
        made.Take(One, "ann");
        made.Reject(Two, "ann");
        made.AssertFound(Wrong.DeliveredUnasked);
    }

    [TestMethod]
    public void A_rejected_lead_in_the_queue_is_delivered_unasked()
    {
        made.Reject(One, "ann");
        made.History.AddQueued(One);
        made.AssertFound(Wrong.DeliveredUnasked);
    }

    [TestMethod]
    public void A_lead_that_nobody_sent_is_delivered_unasked()
    {
        made.Take(One, "ann");
        made.AssertFound(Wrong.DeliveredUnasked);
    }
}
