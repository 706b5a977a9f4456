using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Cli.Starting;

[TestClass]
public sealed class NewCampaignTests
{
    [TestMethod]
    public async Task A_new_campaign_passes_a_strict_check_and_uses_a_known_vendor()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        folder.Write("vendors.json", TestCampaign.VendorsJson);

        Assert.AreEqual(0, await run.RunAsync("new", "campaign", "roofing", "--folder", folder.Path));
        Assert.AreEqual(0, await run.RunAsync("check", "--strict", folder.Path), run.Output);

        Assert.Contains("\"acme\": {},", File.ReadAllText(Path.Combine(folder.Path, "roofing.json")), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_new_campaign_without_vendors_is_valid_and_says_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        var campaigns = Path.Combine(folder.Path, "new", "campaigns");

        Assert.AreEqual(0, await run.RunAsync("new", "campaign", "roofing", "--folder", campaigns));
        Assert.Contains("name a vendor with its key in", run.Output, StringComparison.Ordinal);
        Assert.AreEqual(0, await run.RunAsync("check", Path.Combine(campaigns, "roofing.json")), run.Output);

        Assert.IsTrue(File.Exists(Path.Combine(campaigns, "campaign.schema.json")));
    }

    [TestMethod]
    public async Task Nothing_is_replaced()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        var campaign = folder.Write("roofing.json", "mine");
        var schema = folder.Write("campaign.schema.json", "mine too");

        Assert.AreEqual(2, await run.RunAsync("new", "campaign", "roofing", "--folder", folder.Path));
        Assert.AreEqual(0, await run.RunAsync("new", "campaign", "siding", "--folder", folder.Path));

        Assert.Contains("is there already, and is not replaced", run.Error, StringComparison.Ordinal);
        Assert.AreEqual(("mine", "mine too"), (File.ReadAllText(campaign), File.ReadAllText(schema)));
    }

    [TestMethod]
    [DataRow("Has Space")]
    [DataRow("vendors")]
    public async Task A_name_that_cannot_be_is_refused(string name)
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("new", "campaign", name, "--folder", folder.Path));

        Assert.IsEmpty(Directory.GetFiles(folder.Path));
    }
}
