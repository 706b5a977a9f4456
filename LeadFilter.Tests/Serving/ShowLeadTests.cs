using System.Net;
using System.Text.Json;
using LeadFilter.Cli.Invocation;
using LeadFilter.Tests.Cli;

namespace LeadFilter.Tests.Serving;

/// <summary>What is told of one lead, to the buyer's staff and to vendors.</summary>
[TestClass]
public sealed class ShowLeadTests : IDisposable
{
    private const string Unknown = "0193f0a0c0c07000800000000000000a";

    private readonly FilterFolders folders = new();
    private FilterUnderTest filter = null!;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    [TestCleanup]
    public ValueTask StopAsync() => filter.DisposeAsync();

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task G12_The_staff_is_told_everything_of_a_bought_lead()
    {
        var lead = (await filter.Visitor.SendAsync("bright", FilterVisitor.Nobody("ann"))).Lead;
        await filter.DeliveredAsync();

        var told = await FindAsync(lead, FilterVisitor.AdminKey);

        Assert.AreEqual("success", told.GetProperty("outcome").GetString());
        Assert.AreEqual("waived", told.GetProperty("findings")[0].GetProperty("effect").GetString());
        Assert.AreEqual("delivered", told.GetProperty("delivery").GetProperty("state").GetString());
        Assert.AreEqual("bought", told.GetProperty("outcomes").GetProperty("stage").GetString());
    }

    [TestMethod]
    public async Task G12_The_staff_is_told_of_a_rejected_lead()
    {
        var lead = (await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("ann"))).Lead;

        var told = await FindAsync(lead, FilterVisitor.AdminKey);

        Assert.AreEqual("uncontactable", told.GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.IsFalse(told.TryGetProperty("delivery", out _));
    }

    [TestMethod]
    public async Task A_vendor_is_told_of_its_own_lead_what_it_was_answered()
    {
        var lead = (await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("ann"))).Lead;

        var told = await FindAsync(lead, "acme-demo-key");

        Assert.AreEqual("uncontactable", told.GetProperty("reasons")[0].GetProperty("code").GetString());
        Assert.IsFalse(told.TryGetProperty("findings", out _));
        Assert.IsFalse(told.TryGetProperty("version", out _));
    }

    [TestMethod]
    public async Task A_vendor_is_not_told_what_changed_no_answer()
    {
        var lead = (await filter.Visitor.SendAsync("bright", FilterVisitor.Nobody("ann"))).Lead;
        await filter.DeliveredAsync();

        var told = await FindAsync(lead, "bright-demo-key");

        Assert.AreEqual(("success", 0, true), (
            told.GetProperty("outcome").GetString(), told.GetProperty("reasons").GetArrayLength(), told.GetProperty("delivered").GetBoolean()));
        Assert.IsFalse(told.TryGetProperty("outcomes", out _));
    }

    [TestMethod]
    public async Task Somebody_elses_lead_is_as_unknown_as_one_that_never_was()
    {
        var lead = (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Lead;

        var (status, body) = await GetAsync(lead, "bright-demo-key");

        Assert.AreEqual(HttpStatusCode.NotFound, status);
        Assert.AreEqual((status, body), await GetAsync(Unknown, "bright-demo-key"));
        Assert.AreEqual(HttpStatusCode.NotFound, (await GetAsync("no-id", "bright-demo-key")).Status);
    }

    [TestMethod]
    public async Task Nobody_is_told_anything_without_a_key() =>
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await GetAsync(Unknown, "some-key-or-other-1234")).Status);

    [TestMethod]
    public async Task The_command_shows_a_page()
    {
        var lead = (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Lead;
        await filter.DeliveredAsync();
        using var run = new CommandLineRun { Width = 80 };

        var exit = await run.RunAsync(
            "lead", lead, "--campaign", "loans", "--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey);

        Assert.AreEqual(ExitCode.Done, exit, run.Error);
        Assert.Contains("outcome:    success, 15.00, route sales", run.Output, StringComparison.Ordinal);
        Assert.Contains("stage:      bought", run.Output, StringComparison.Ordinal);
        Assert.IsLessThanOrEqualTo(80, run.Output.Split('\n').Max(static line => line.TrimEnd().Length));
        TestContext.WriteLine(run.Output);
    }

    [TestMethod]
    public async Task The_command_says_that_there_is_no_such_lead()
    {
        using var run = new CommandLineRun();
        var exit = await run.RunAsync(
            "lead", Unknown, "--campaign", "loans", "--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey);

        Assert.AreEqual(ExitCode.WrongInput, exit);
        Assert.Contains("There is no such lead in this campaign", run.Error, StringComparison.Ordinal);
    }

    private async Task<JsonElement> FindAsync(string lead, string key)
    {
        var (status, body) = await GetAsync(lead, key);
        Assert.AreEqual(HttpStatusCode.OK, status, body);
        return JsonDocument.Parse(body).RootElement;
    }

    private Task<(HttpStatusCode Status, string Body)> GetAsync(string lead, string key) =>
        filter.Visitor.AskAsync(HttpMethod.Get, $"{FilterVisitor.Leads}/{lead}", key);
}
