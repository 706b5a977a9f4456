using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Capacity;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Guarantees;
using LeadFilter.Tests.Meters;

namespace LeadFilter.Tests.Sqlite;

/// <summary>How many commits a lead waits for on one machine, after the first one of its vendor in the hour.</summary>
[TestClass]
public sealed class CommitsOfALeadTests : IAsyncDisposable
{
    private static readonly string Json = CapCampaign.With(
        $"[{CapCampaign.Daily(4)}, {{ \"id\": \"hourly\", \"limit\": 3, \"per\": \"hour\" }}]");

    // One hour for all leads of a test.
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();
    private readonly TemporaryFolder folder = new();
    private readonly TestMeters meters = new();
    private readonly SqliteStore store;
    private readonly SubmitLead submit;

    public CommitsOfALeadTests()
    {
        store = SqliteStore.Open(folder.Path, TimeProvider.System);
        submit = StoreIntake.On(store, new IdentityHasher(new byte[32]), meters);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        meters.Dispose();
        folder.Dispose();
    }

    [TestMethod]
    [DataRow("ben@example.com", null, Outcome.Success, 1, DisplayName = "bought, with two places under caps")]
    [DataRow("ben@example.com", "order-2", Outcome.Success, 1, DisplayName = "bought, with an idempotency key")]
    [DataRow("nobody", null, Outcome.Failure, 1, DisplayName = "rejected by a rule")]
    [DataRow("nobody", "order-2", Outcome.Failure, 1, DisplayName = "rejected by a rule, with an idempotency key")]
    [DataRow("ANN@example.com", null, Outcome.Failure, 2, DisplayName = "a duplicate: one that changes nothing, and its rejection")]
    public async Task A_lead_waits_for_so_many_commits(string email, string? key, Outcome outcome, int commits)
    {
        Assert.AreEqual(Outcome.Success, (await SendAsync("ann@example.com", "order-1")).Outcome);
        Assert.AreEqual(Outcome.Failure, (await SendAsync("nowhere", null)).Outcome);
        var before = store.Writer.Commits;

        Assert.AreEqual(outcome, (await SendAsync(email, key)).Outcome);

        Assert.AreEqual(commits, store.Writer.Commits - before);
    }

    [TestMethod]
    public async Task A_lead_that_finds_a_cap_full_waits_for_one_commit()
    {
        foreach (var name in new[] { "ann", "ben", "cat" })
        {
            Assert.AreEqual(Outcome.Success, (await SendAsync($"{name}@example.com", null)).Outcome);
        }

        var before = store.Writer.Commits;

        Assert.AreEqual(Outcome.Failure, (await SendAsync("dan@example.com", null)).Outcome);

        Assert.AreEqual(1, store.Writer.Commits - before);
    }

    private async Task<Answer> SendAsync(string email, string? key)
    {
        var campaign = TestCampaign.Loaded(Json);
        var vendor = TestCampaign.Id("acme");
        Assert.IsTrue(campaign.TryFindPolicy(vendor, now, out var policy));
        var draft = new LeadDraft(campaign.Layout);
        draft.Add("email", email);
        return (await submit.HandleAsync(campaign, policy, vendor, draft.ToLead(now), key, default, CancellationToken.None))!;
    }
}
