using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Returns;

/// <summary>What may become of a return.</summary>
[TestClass]
public sealed class ReturnCaseTests
{
    private static readonly DateTimeOffset Bought = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Asked = Bought.AddDays(2);

    // Three days after the one of the request, by the clock of New York.
    private static readonly DateTimeOffset Deadline = new(2026, 11, 8, 5, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public void The_vendor_that_accepts_gives_the_price_back_once()
    {
        var accepted = Done(Requested(), ReturnAction.Accept, ReturnParty.Vendor, Asked.AddHours(1));

        Assert.AreEqual((ReturnState.Accepted, Asked.AddHours(1)), (accepted.State, accepted.CreditedAt));
        Assert.IsTrue(accepted.TryDo(ReturnAction.Accept, ReturnParty.Vendor, null, Asked.AddHours(2), out var again, out _));
        Assert.AreEqual(accepted, again);
    }

    [TestMethod]
    [DataRow(ReturnAction.Deny)]
    [DataRow(ReturnAction.Withdraw)]
    [DataRow(ReturnAction.Dispute)]
    public void Nothing_changes_an_accepted_return(ReturnAction action)
    {
        var accepted = Done(Requested(), ReturnAction.Accept, ReturnParty.Vendor, Asked.AddHours(1));

        Assert.IsFalse(accepted.TryDo(action, ReturnParty.Buyer, null, Asked.AddHours(2), out var same, out var why));
        Assert.AreEqual(accepted, same);
        Assert.Contains("accepted", why!, StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_denial_may_be_disputed_once()
    {
        var denied = Done(Requested(), ReturnAction.Deny, ReturnParty.Vendor, Asked.AddHours(1));
        var disputed = Done(denied, ReturnAction.Dispute, ReturnParty.Buyer, Asked.AddHours(2));
        var deniedAgain = Done(disputed, ReturnAction.Deny, ReturnParty.Vendor, Asked.AddHours(3));

        Assert.IsFalse(deniedAgain.TryDo(ReturnAction.Dispute, ReturnParty.Buyer, null, Asked.AddHours(4), out _, out var why));
        Assert.Contains("once", why!, StringComparison.Ordinal);
        Assert.IsFalse(deniedAgain.IsOpen(Asked.AddHours(4)));
        Assert.AreEqual("requested denied disputed denied", string.Join(' ', deniedAgain.Changes.Select(one => ReturnStateName.Of(one.State))));
    }

    [TestMethod]
    public void A_dispute_may_end_in_a_credit()
    {
        var denied = Done(Requested(), ReturnAction.Deny, ReturnParty.Vendor, Asked.AddHours(1));
        var disputed = Done(denied, ReturnAction.Dispute, ReturnParty.Buyer, Asked.AddHours(2));

        Assert.IsTrue(disputed.IsOpen(Asked.AddHours(2)));
        Assert.IsNotNull(Done(disputed, ReturnAction.Accept, ReturnParty.Vendor, Asked.AddHours(3)).CreditedAt);
    }

    [TestMethod]
    public void A_denial_may_be_disputed_as_long_as_the_vendor_has_to_answer()
    {
        var denied = Done(Requested(), ReturnAction.Deny, ReturnParty.Vendor, Asked);

        Assert.IsTrue(denied.TryDo(ReturnAction.Dispute, ReturnParty.Buyer, null, Deadline.AddTicks(-1), out _, out _));
        Assert.IsFalse(denied.TryDo(ReturnAction.Dispute, ReturnParty.Buyer, null, Deadline, out _, out _));
        Assert.IsFalse(denied.IsOpen(Deadline));
    }

    [TestMethod]
    [DataRow(ReturnSilence.Accept, ReturnState.Accepted)]
    [DataRow(ReturnSilence.Deny, ReturnState.Denied)]
    public void Silence_decides_at_the_deadline(ReturnSilence silence, ReturnState state)
    {
        var asked = Requested(silence);

        Assert.AreEqual(ReturnState.Requested, asked.AsOf(Deadline.AddTicks(-1)).State);
        var decided = asked.AsOf(Deadline.AddDays(100));
        Assert.AreEqual(new ReturnChange(state, Deadline, ReturnParty.Silence), decided.Changes[^1]);
    }

    [TestMethod]
    public void After_the_deadline_it_is_too_late_to_answer()
    {
        Assert.IsFalse(Requested(ReturnSilence.Accept).TryDo(ReturnAction.Deny, ReturnParty.Vendor, null, Deadline, out var decided, out var why));
        Assert.AreEqual(ReturnState.Accepted, decided.State);
        Assert.Contains("time to answer is over", why!, StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_buyer_withdraws_what_is_not_decided()
    {
        var withdrawn = Done(Requested(), ReturnAction.Withdraw, ReturnParty.Buyer, Asked.AddHours(1));

        Assert.AreEqual((ReturnState.Withdrawn, null), (withdrawn.State, withdrawn.CreditedAt));
        Assert.IsFalse(withdrawn.CountsInShare(Asked.AddHours(1)));
    }

    [TestMethod]
    public void A_return_counts_in_the_share_as_long_as_it_may_be_credited()
    {
        var denied = Done(Requested(), ReturnAction.Deny, ReturnParty.Vendor, Asked);

        Assert.IsTrue(Requested().CountsInShare(Asked));
        Assert.IsTrue(Requested(ReturnSilence.Accept).CountsInShare(Deadline.AddDays(9)));
        Assert.IsTrue(denied.CountsInShare(Deadline.AddTicks(-1)));
        Assert.IsFalse(denied.CountsInShare(Deadline));
    }

    [TestMethod]
    public void Whatever_is_done_in_any_order_there_is_one_credit_at_most_and_states_follow_each_other()
    {
        (ReturnState, ReturnState)[] allowed =
        [
            (ReturnState.Requested, ReturnState.Accepted), (ReturnState.Requested, ReturnState.Denied),
            (ReturnState.Requested, ReturnState.Withdrawn), (ReturnState.Denied, ReturnState.Disputed),
            (ReturnState.Disputed, ReturnState.Accepted), (ReturnState.Disputed, ReturnState.Denied),
            (ReturnState.Disputed, ReturnState.Withdrawn),
        ];
        var random = new Random(15);
        for (var times = 0; times < 2000; times++)
        {
            var (one, now) = (Requested(random.Next(2) == 0 ? ReturnSilence.Accept : ReturnSilence.Deny), Asked);
            for (var step = 0; step < 12; step++)
            {
                now = now.AddHours(random.Next(60));
                one.TryDo((ReturnAction)random.Next(4), (ReturnParty)random.Next(2), null, now, out var next, out _);
                one = random.Next(3) == 0 ? one : next;
            }

            var changes = one.AsOf(now).Changes;
            for (var at = 1; at < changes.Count; at++)
            {
                Assert.Contains((changes[at - 1].State, changes[at].State), allowed);
                Assert.IsGreaterThanOrEqualTo(changes[at - 1].At, changes[at].At);
            }

            Assert.IsLessThanOrEqualTo(1, changes.Count(static change => change.State == ReturnState.Accepted));
            Assert.IsLessThanOrEqualTo(1, changes.Count(static change => change.State == ReturnState.Disputed));
        }
    }

    private static ReturnCase Done(ReturnCase one, ReturnAction action, ReturnParty by, DateTimeOffset at)
    {
        Assert.IsTrue(one.TryDo(action, by, null, at, out var result, out var why), why);
        return result;
    }

    private static ReturnCase Requested(ReturnSilence silence = ReturnSilence.Deny) => ReturnCase.Of(
        LeadId.Create(Bought, new byte[10]),
        CampaignId.TryParse("loans", out var campaign) ? campaign : default,
        TestCampaign.Id("acme"),
        Bought,
        Money.TryCreate(12.5m, out var price) ? price : default,
        ReasonCode.TryParse("wrong_number", out var reason) ? reason : default,
        new()
        {
            WindowDays = 7,
            Reasons = new Dictionary<ReasonCode, string>(),
            AnswerDays = 3,
            Silence = silence,
        },
        TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
        Asked);
}
