using LeadFilter.Core.Vendors;
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
    public async Task In_an_empty_folder_there_is_everything_that_the_campaign_needs_and_a_key_that_is_kept_nowhere()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        var campaigns = Path.Combine(folder.Path, "new", "campaigns");

        Assert.AreEqual(0, await run.RunAsync("new", "campaign", "roofing", "--folder", campaigns));
        Assert.AreEqual(0, await run.RunAsync("check", "--strict", campaigns), run.Output);

        CollectionAssert.AreEquivalent(
            (string[])["roofing.json", "vendors.json", "campaign.schema.json", "vendors.schema.json", "admin-keys.schema.json"],
            Directory.GetFiles(campaigns).Select(Path.GetFileName).ToArray());
        var key = run.Output.Split(Environment.NewLine).Select(static line => line.Trim())
            .Single(static line => line.Length == 48 && line.All(char.IsAsciiHexDigitLower));
        var vendors = File.ReadAllText(Path.Combine(campaigns, "vendors.json"));
        Assert.Contains(KeyHash.Of(key).ToString(), vendors, StringComparison.Ordinal);
        Assert.DoesNotContain(key, vendors, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_second_campaign_of_a_folder_is_for_the_same_vendor_whose_key_is_not_shown_again()
    {
        using var folder = new TemporaryFolder();
        using var first = new CommandLineRun();
        using var second = new CommandLineRun();

        Assert.AreEqual(0, await first.RunAsync("new", "campaign", "roofing", "--folder", folder.Path));
        Assert.AreEqual(0, await second.RunAsync("new", "campaign", "siding", "--folder", folder.Path));

        Assert.Contains("(KEY is the key of first-vendor)", second.Output, StringComparison.Ordinal);
        Assert.DoesNotMatchRegex("[0-9a-f]{48}", second.Output);
        Assert.AreEqual(0, await second.RunAsync("check", "--strict", folder.Path), second.Output);
    }

    [TestMethod]
    public async Task A_folder_whose_vendors_cannot_be_read_says_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        folder.Write("vendors.json", "{ \"vendors\": { } }");

        Assert.AreEqual(0, await run.RunAsync("new", "campaign", "roofing", "--folder", folder.Path));

        Assert.Contains("Name a vendor with its key in", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("curl", run.Output, StringComparison.Ordinal);
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
