using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Processes;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Peers;

/// <summary>The team's program decides, stores and delivers, so that a comparison with it is one.</summary>
[TestClass]
public sealed class TeamProgramTests
{
    private const int AtOnce = 8;

    [TestMethod]
    public async Task It_decides_on_the_leads_of_a_measurement_as_the_filter_does()
    {
        using var team = await PeerUnderTest.StartAsync(Peer.Team);
        using var client = new LoadClient(team.Url, new(LeadKind.Mix), connections: 1, checksOutcome: true);
        foreach (var number in Enumerable.Range(0, 20))
        {
            Assert.AreEqual(LoadAnswer.Expected, client.SendOne(), $"lead {number}");
        }
    }

    [TestMethod]
    public async Task A_lead_that_is_sent_by_many_at_once_is_bought_once()
    {
        using var team = await PeerUnderTest.StartAsync(Peer.Team);
        var lead = new LeadSource(LeadKind.Accepts).Next(out _);
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => team.PostAsync(lead)));

        Assert.HasCount(1, answers.Where(static answer => answer.Text.Contains("success", StringComparison.Ordinal)));
        Assert.HasCount(AtOnce - 1, answers.Where(static answer => answer.Text.Contains("duplicate", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_rejected_lead_is_stored_with_its_reason_and_not_put_into_the_outbox()
    {
        using var team = await PeerUnderTest.StartAsync(Peer.Team);
        await team.PostAsync(new LeadSource(LeadKind.Rejects).Next(out _));

        Assert.AreEqual("state_not_served", team.Query("team.db", "SELECT Reasons FROM Decisions").Single());
        Assert.IsEmpty(team.Query("team.db", "SELECT Id FROM Outbox"));
    }

    [TestMethod]
    public async Task A_bought_lead_reaches_the_CRM()
    {
        using var team = await PeerUnderTest.StartAsync(Peer.Team);
        await team.PostAsync(new LeadSource(LeadKind.Accepts).Next(out _));
        await Eventually.HoldsAsync(async () => await team.DeliveredAsync() == 1, "the CRM has not taken the lead");
    }

    [TestMethod]
    public async Task Who_has_no_key_sells_nothing()
    {
        using var team = await PeerUnderTest.StartAsync(Peer.Team);
        Assert.AreEqual(401, (await team.PostAsync(new LeadSource(LeadKind.Accepts).Next(out _), "nobody")).Status);
    }
}
