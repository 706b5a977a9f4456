using LeadFilter.Tests.Serving;
using static LeadFilter.Tests.Faults.Checking.MadeUpHistory;

namespace LeadFilter.Tests.Faults.Checking;

/// <summary>The checker finds in a small history wrong prices, caps that are exceeded, and answers that contradict.</summary>
[TestClass]
public sealed class CheckerAnswerTests
{
    private readonly MadeUpHistory made = new();

    [TestMethod]
    [DataRow(11, 10)]
    [DataRow(10, 11)]
    public void A_price_that_differs_from_the_log_s_or_the_CRM_s_is_wrongly_charged(int logged, int delivered)
    {
        made.Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        made.History.Add(new Logged(One, Acme, true, logged, Noon));
        made.History.Add(new Taken(One, One, Acme, "ann", delivered));
        made.AssertFound(Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_resend_that_is_told_another_price_is_wrongly_charged()
    {
        made.Buy(One, "ann");
        made.Tell(Acme, "ann", ToldOutcome.Success, One, 9);
        made.AssertFound(Wrong.WronglyCharged, Wrong.WronglyCharged, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void A_price_for_a_rejected_lead_is_wrongly_charged()
    {
        made.Tell(Acme, "ann", ToldOutcome.Failure, One, 10);
        made.History.Add(new Logged(One, Acme, false, 10, Noon));
        made.AssertFound(Wrong.WronglyCharged, Wrong.WronglyCharged);
    }

    [TestMethod]
    public void More_than_a_cap_allows_is_over_it()
    {
        made.Buy(One, "ann");
        made.Buy(Two, "ben");
        made.Buy(Lead(3), "cid");
        made.AssertFound(Wrong.OverCap);
        Assert.Contains("cap daily allows 2, and from 2026-11-26 00:00:00Z 3 are told, 3 are logged, 0 more may be bought", Checker.Findings(made.History)[0].Text, StringComparison.Ordinal);
    }

    [TestMethod]
    public void What_may_be_bought_counts_under_a_cap_and_is_told_apart()
    {
        made.Buy(One, "ann", vendor: Bright);
        made.Tell(Bright, "ben", ToldOutcome.Nothing);
        made.Take(Two, "ben", vendor: Bright);
        made.AssertFound(Wrong.OverCap);
        Assert.Contains($"cap of bright allows 1, and from 2026-11-26 00:00:00Z 1 are told, 1 are logged, 1 more may be bought ({Two})", Checker.Findings(made.History)[0].Text, StringComparison.Ordinal);
    }

    [TestMethod]
    public void What_is_bought_in_another_period_or_from_another_vendor_is_not_over_the_cap()
    {
        made.Buy(One, "ann", vendor: Bright);
        made.Buy(Two, "ben");
        made.Buy(Lead(3, Noon.AddHours(12)), "cid", vendor: Bright);
        made.AssertFound();
    }

    [TestMethod]
    public void An_answer_that_the_log_does_not_have_contradicts_it()
    {
        made.Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        made.Take(One, "ann");
        made.Tell(Acme, "ben", ToldOutcome.Failure, Two);
        made.AssertFound(Wrong.Contradicted, Wrong.Contradicted);
    }

    [TestMethod]
    public void A_success_that_the_log_has_rejected_contradicts_it()
    {
        made.Tell(Acme, "ann", ToldOutcome.Success, One, 10);
        made.Take(One, "ann");
        made.Log(One, accepted: false);
        made.AssertFound(Wrong.Contradicted);
    }

    [TestMethod]
    public void A_failure_that_the_log_has_accepted_contradicts_it_and_is_lost_or_delivered_unasked()
    {
        made.Tell(Acme, "ann", ToldOutcome.Failure, One);
        made.Log(One, accepted: true);
        made.Take(One, "ann");
        made.AssertFound(Wrong.DeliveredUnasked, Wrong.Contradicted);
    }

    [TestMethod]
    public void Success_and_failure_for_one_submission_contradict_each_other()
    {
        made.Buy(One, "ann");
        made.Reject(Two, "ann");
        made.AssertFound(Wrong.Contradicted);
    }

    [TestMethod]
    public void A_lead_sent_again_after_a_day_is_a_submission_of_its_own()
    {
        made.Buy(One, "ann");
        var later = Lead(3, Noon.AddHours(24));
        made.Tell(Acme, "ann", ToldOutcome.Failure, later);
        made.History.Add(new Logged(later, Acme, false, 0, Noon.AddHours(24)));
        made.AssertFound();
    }
}
