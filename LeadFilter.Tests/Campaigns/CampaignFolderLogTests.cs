namespace LeadFilter.Tests.Campaigns;

[TestClass]
public sealed class CampaignFolderLogTests
{
    [TestMethod]
    public void Each_mistake_is_logged_once_however_often_the_folder_is_looked_at()
    {
        var log = new LoadedLog();
        using var files = new CampaignFiles(log);
        files.Write("loans.json", "{");
        files.Write("cars.json", CampaignText.With("campaign", "\"cars\""));
        for (var look = 0; look < 5; look++)
        {
            files.Mistakes();
        }

        files.Write("cars.json", "[]");
        files.Mistakes();
        Assert.HasCount(2, log.Errors);
        Assert.StartsWith(Path.Combine(files.Folder, "loans.json") + ":1:1 $: the '{' that begins here is not closed", log.Errors[0], StringComparison.Ordinal);
        Assert.StartsWith(Path.Combine(files.Folder, "cars.json") + ":1:1 $: the file holds an array", log.Errors[1], StringComparison.Ordinal);
    }

    [TestMethod]
    public void What_was_loaded_is_logged_with_counts()
    {
        var log = new LoadedLog();
        using var files = new CampaignFiles(log);
        files.Mistakes();
        Assert.IsTrue(log.Loads.TryRead(out var line));
        Assert.AreEqual("Loaded. Campaigns: 1, vendors: 4, mistakes: 0", line);
    }

    [TestMethod]
    public void A_warning_is_logged_once_and_not_again_when_the_vendors_change()
    {
        var log = new LoadedLog();
        using var files = new CampaignFiles(log);
        files.Write("loans.json", CampaignText.WithCondition("""{ "field": "email", "is": "invalid" }"""));
        files.Mistakes();
        files.Write("vendors.json", TestCampaign.VendorsJson + " ");
        files.Mistakes();
        Assert.HasCount(2, log.Warnings, string.Join('\n', log.Warnings));
        Assert.Contains("the reason 'r' has no text", log.Warnings[1], StringComparison.Ordinal);
    }
}
