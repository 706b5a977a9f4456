using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>G5 and G6 as seen from outside: what is rejected, and what changes no answer.</summary>
[TestClass]
public sealed class G5RejectedLeadsTests : IAsyncDisposable
{
    private readonly FilterFolders folders = new();
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    public async Task G5_A_rejected_lead_is_in_the_log_when_its_answer_arrives()
    {
        for (var number = 0; number < 50; number++)
        {
            var answer = await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody($"nobody{number}"));
            // Leads of one millisecond stand in no particular order, so the newest need not come first.
            var logged = (await filter.Visitor.RejectionsAsync("?limit=100")).Rejections.Single(one => one.Lead == answer.Lead);
            Assert.AreEqual(("acme", "uncontactable"), (logged.Vendor, logged.Reasons.Single()));
        }
    }

    [TestMethod]
    public async Task G5_A_duplicate_is_in_the_log_when_its_answer_arrives()
    {
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        var answer = await filter.Visitor.SendAsync("bright", FilterVisitor.Person("ann"));
        var logged = (await filter.Visitor.RejectionsAsync("?limit=1")).Rejections.Single();
        Assert.AreEqual((answer.Lead, "duplicate"), (logged.Lead, logged.Reasons.Single()));
    }

    [TestMethod]
    public async Task G5_A_rejected_lead_is_never_enqueued()
    {
        var bought = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await filter.Visitor.SendAllAsync(Enumerable.Range(0, 50).Select(number => ("acme", FilterVisitor.Nobody($"nobody{number}"))));
        await filter.Visitor.SendAsync("bright", FilterVisitor.Person("ann"));
        await filter.Visitor.SendAsync("acme", new(FilterVisitor.Person("tess")) { ["is_test"] = "true" });
        await filter.DeliveredAsync();

        // The queue remembers the id of every message that it ever took.
        Assert.Contains("history 1 ", StoredRows.Count(filter.Host.DataFile), StringComparison.Ordinal);
        Assert.AreEqual(bought.Lead, (await filter.Visitor.CrmAsync()).Single().Key);
    }

    [TestMethod]
    [DataRow("acme", "state", "NY", 12.5, "area", "Shadow")]
    [DataRow("bright", "email", "nobody at home", 9.0, "reachable", "Waived")]
    [DataRow("newcomer", "email", "nobody at home", 0.0, "reachable", "Trial")]
    [DataRow("newcomer", "created_at", "2020-01-01T00:00:00Z", 0.0, "stale", "Trial")]
    public async Task G6_What_only_would_have_been_rejected_is_bought_and_logged(
        string vendor, string field, string value, double price, string rule, string effect)
    {
        var answer = await filter.Visitor.SendAsync(vendor, new(FilterVisitor.Person("ann")) { [field] = value });
        var record = (await filter.DecisionsAsync()).Single();
        var finding = record.Findings.Single();

        Assert.AreEqual(("success", (decimal)price), (answer.Outcome, answer.Price));
        Assert.IsEmpty(answer.Reasons);
        Assert.AreEqual((true, rule, effect), (record.IsAccepted, finding.Rule, finding.Effect.ToString()));
        await filter.DeliveredAsync();
        Assert.HasCount(1, await filter.Visitor.CrmAsync());
        Assert.IsEmpty((await filter.Visitor.RejectionsAsync()).Leads);
    }

    [TestMethod]
    public async Task G6_A_duplicate_of_a_vendor_on_trial_is_bought_and_logged()
    {
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        var answer = await filter.Visitor.SendAsync("newcomer", FilterVisitor.Person("ann"));
        var record = (await filter.DecisionsAsync()).Single(record => record.Lead.ToString() == answer.Lead);

        Assert.AreEqual("success", answer.Outcome);
        Assert.AreEqual(("duplicate", "Trial"), (record.Findings.Single().Code.ToString(), record.Findings.Single().Effect.ToString()));
    }
}
