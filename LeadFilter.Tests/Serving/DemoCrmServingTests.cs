using System.Net;

namespace LeadFilter.Tests.Serving;

/// <summary>The demo CRM belongs to the demo.</summary>
[TestClass]
public sealed class DemoCrmServingTests
{
    [TestMethod]
    public async Task It_is_there_when_a_campaign_delivers_to_it()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        Assert.IsTrue(filter.Host.HasDemoCrm);
        Assert.IsEmpty(await filter.Visitor.CrmAsync());
    }

    [TestMethod]
    public async Task It_is_not_there_when_all_campaigns_deliver_elsewhere()
    {
        using var folders = new FilterFolders(new Uri("https://crm.example.com/leads"));
        await using var filter = await FilterUnderTest.StartAsync(folders);
        Assert.IsFalse(filter.Host.HasDemoCrm);

        using var answer = await filter.Visitor.Http.GetAsync(new Uri("/demo/crm/leads", UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.AreEqual("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
