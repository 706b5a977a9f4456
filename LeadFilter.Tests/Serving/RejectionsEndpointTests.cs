using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Serving;

/// <summary>The owner reads the log of rejections over HTTP.</summary>
[TestClass]
public sealed class RejectionsEndpointTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FilterFolders folders = new();
    private readonly FakeTimeProvider clock = new(Noon);
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders, clock);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    [DataRow("wrong")]
    [DataRow("acme-demo-key")]
    public async Task A_key_that_is_not_the_admin_key_is_401(string key)
    {
        await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("ann"));
        var page = await filter.Visitor.RejectionsAsync(key: key);
        Assert.AreEqual(401, page.Status);
        Assert.IsEmpty(page.Rejections);
    }

    [TestMethod]
    public async Task A_campaign_that_was_never_there_is_404_and_one_that_is_gone_still_has_its_log()
    {
        await filter.Visitor.SendAsync("acme", Stale("ann"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/campaigns/laons/rejections");
        request.Headers.Authorization = new("Bearer", FilterVisitor.AdminKey);
        using var unknown = await filter.Visitor.Http.SendAsync(request);
        Assert.AreEqual(404, (int)unknown.StatusCode);
        Assert.Contains("unknown-campaign", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        File.Delete(folders.CampaignFile);
        await Eventually.HoldsAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(2));
                return Task.FromResult(filter.Host.Campaigns.Campaigns.Count == 0);
            },
            "the campaign is still there");
        Assert.HasCount(1, (await filter.Visitor.RejectionsAsync()).Rejections);
        var none = await filter.Visitor.RejectionsAsync("?reason=no_such_reason");
        Assert.AreEqual((200, 0), (none.Status, none.Rejections.Count));
    }

    [TestMethod]
    public async Task Pages_give_every_rejection_once_newest_first()
    {
        // Over three hours and three vendors, several in the same millisecond, with bought leads between them.
        var sent = new List<string>();
        for (var number = 0; number < 60; number++)
        {
            var vendor = (number % 3) switch { 0 => "acme", 1 => "bright", _ => "newcomer" };
            var fields = vendor == "bright" ? Stale($"b{number}") : FilterVisitor.Nobody($"n{number}");
            var answer = await filter.Visitor.SendAsync(vendor, fields);
            if (answer.Outcome == "failure")
            {
                sent.Add(answer.Lead);
            }

            clock.Advance(number % 4 == 0 ? TimeSpan.FromMinutes(9) : TimeSpan.Zero);
        }

        var read = new List<LoggedRejection>();
        string? next = null;
        do
        {
            var page = await filter.Visitor.RejectionsAsync("?limit=7" + (next is null ? "" : $"&after={next}"));
            Assert.IsLessThanOrEqualTo(7, page.Rejections.Count);
            read.AddRange(page.Rejections);
            next = page.Next;
        }
        while (next is not null);

        Assert.HasCount(40, sent);
        CollectionAssert.AreEquivalent(sent, read.Select(rejection => rejection.Lead).ToList());
        CollectionAssert.AreEqual(read.OrderByDescending(rejection => rejection.Lead, StringComparer.Ordinal).ToList(), read);
    }

    [TestMethod]
    public async Task What_is_rejected_between_two_pages_does_not_disturb_the_second()
    {
        var old = await SendNobodiesAsync(4);
        var first = await filter.Visitor.RejectionsAsync("?limit=2");
        clock.Advance(TimeSpan.FromSeconds(1));
        await SendNobodiesAsync(2, "later");
        var second = await filter.Visitor.RejectionsAsync($"?limit=10&after={first.Next}");
        CollectionAssert.AreEquivalent(old, first.Leads.Concat(second.Leads).ToList());
    }

    [TestMethod]
    public async Task Only_the_rejections_of_a_vendor_or_a_reason_are_listed_when_asked_for()
    {
        var acme = await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("ann"));
        var bright = await filter.Visitor.SendAsync("bright", Stale("ben"));
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("cem"));

        Assert.AreEqual(acme.Lead, (await filter.Visitor.RejectionsAsync("?vendor=acme")).Leads.Single());
        Assert.AreEqual(bright.Lead, (await filter.Visitor.RejectionsAsync("?vendor=bright")).Leads.Single());
        Assert.AreEqual(bright.Lead, (await filter.Visitor.RejectionsAsync("?reason=too_old")).Leads.Single());
        Assert.AreEqual(acme.Lead, (await filter.Visitor.RejectionsAsync("?reason=uncontactable")).Leads.Single());
        Assert.IsEmpty((await filter.Visitor.RejectionsAsync("?reason=too_old&vendor=acme")).Leads);
        Assert.IsEmpty((await filter.Visitor.RejectionsAsync("?vendor=stranger")).Leads);
    }

    [TestMethod]
    public async Task From_is_the_first_moment_that_is_listed_and_to_the_first_that_is_not()
    {
        var atNoon = (await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("ann"))).Lead;
        clock.Advance(TimeSpan.FromHours(1));
        var atOne = (await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("ben"))).Lead;
        clock.Advance(TimeSpan.FromHours(1));
        var atTwo = (await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("cem"))).Lead;

        await AssertListedAsync("?from=2026-11-22T13:00:00Z", atTwo, atOne);
        await AssertListedAsync("?from=2026-11-22T13:00:01Z", atTwo);
        await AssertListedAsync("?to=2026-11-22T13:00:00Z", atNoon);
        await AssertListedAsync("?to=2026-11-22T13:00:01Z", atOne, atNoon);
        await AssertListedAsync("?from=2026-11-22T12:30:00Z&to=2026-11-22T13:30:00Z", atOne);
        await AssertListedAsync("?from=2026-11-22T08:00:00-05:00&to=2026-11-22T08:00:01-05:00", atOne);
        await AssertListedAsync("?from=2026-11-23T00:00:00Z");
    }

    [TestMethod]
    [DataRow("?limit=0")]
    [DataRow("?limit=1001")]
    [DataRow("?from=yesterday")]
    [DataRow("?to=2026-11-22")]
    [DataRow("?vendor=A%20b")]
    [DataRow("?reason=Too%20Old")]
    [DataRow("?after=7")]
    [DataRow("?vendor=acme&vendor=bright")]
    public async Task A_parameter_that_cannot_be_read_is_400(string query) =>
        Assert.AreEqual(400, (await filter.Visitor.RejectionsAsync(query)).Status);

    private static Dictionary<string, string> Stale(string name) => new(FilterVisitor.Person(name)) { ["created_at"] = "2026-11-01T00:00:00Z" };

    private async Task<List<string>> SendNobodiesAsync(int count, string name = "nobody")
    {
        var answers = await filter.Visitor.SendAllAsync(Enumerable.Range(0, count).Select(number => ("acme", FilterVisitor.Nobody($"{name}{number}"))));
        return [.. answers.Select(answer => answer.Lead)];
    }

    private async Task AssertListedAsync(string query, params string[] leads) =>
        CollectionAssert.AreEqual(leads, (await filter.Visitor.RejectionsAsync(query)).Leads.ToList(), query);
}
