using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>G4 as a vendor sees it: over HTTP, and over a restart of the filter.</summary>
[TestClass]
public sealed class G4ResendOverHttpTests : IAsyncDisposable
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
    [DataRow(false)]
    [DataRow(true)]
    public async Task G4_A_bought_lead_sent_again_gets_the_very_same_answer_and_is_delivered_once(bool afterRestart)
    {
        var first = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await RestartAsync(afterRestart);
        var again = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));

        Assert.AreEqual("success", first.Outcome);
        Assert.AreEqual((first.Status, first.Body), (again.Status, again.Body));
        await filter.DeliveredAsync();
        Assert.AreEqual(first.Lead, (await filter.Visitor.CrmAsync()).Single().Key);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task G4_A_rejected_lead_sent_again_gets_the_very_same_answer_and_is_logged_once(bool afterRestart)
    {
        var first = await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("ann"));
        await RestartAsync(afterRestart);
        var again = await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("ann"));

        Assert.AreEqual("failure", first.Outcome);
        Assert.AreEqual((first.Status, first.Body), (again.Status, again.Body));
        Assert.AreEqual(first.Lead, (await filter.Visitor.RejectionsAsync()).Leads.Single());
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task G4_The_same_idempotency_key_with_other_content_is_422_and_buys_nothing(bool afterRestart)
    {
        var first = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"), "order-1");
        await RestartAsync(afterRestart);
        var other = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ben"), "order-1");
        var same = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"), "order-1");

        Assert.AreEqual(422, other.Status);
        Assert.AreEqual(first.Body, same.Body);
        await filter.DeliveredAsync();
        Assert.AreEqual("ann@example.com", (await filter.Visitor.CrmAsync()).Single().Email);
    }

    [TestMethod]
    public async Task G4_A_resend_in_another_format_is_the_same_lead()
    {
        var first = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        using var form = new HttpRequestMessage(HttpMethod.Post, FilterVisitor.Leads) { Content = new FormUrlEncodedContent(FilterVisitor.Person("ann")) };
        form.Headers.Add("X-Api-Key", "acme-demo-key");
        using var again = await filter.Visitor.Http.SendAsync(form);

        Assert.AreEqual(first.Body, await again.Content.ReadAsStringAsync());
    }

    private async Task RestartAsync(bool really)
    {
        if (really)
        {
            await filter.DisposeAsync();
            filter = await FilterUnderTest.StartAsync(folders);
        }
    }
}
