using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Targets;

[TestClass]
public sealed class WatchedTargetsTests : IDisposable
{
    private const string Dialer =
        """{ "targets": { "dialer": { "type": "webhook", "url": "https://d.example.com/dnc", "json": { "n": "{phone}" } } } }""";

    private readonly CampaignFiles files = new();

    public void Dispose() => files.Dispose();

    [TestMethod]
    public void Without_a_file_there_are_no_targets_and_nothing_is_wrong()
    {
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("", Targets());
    }

    [TestMethod]
    public void The_file_is_no_campaign_and_is_read_again_when_it_changes()
    {
        files.Write("targets.json", Dialer);
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("dialer", Targets());

        files.Write("targets.json", Dialer.Replace("dialer", "mailer", StringComparison.Ordinal));
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("mailer", Targets());
    }

    [TestMethod]
    public void A_bad_change_or_a_file_that_is_gone_keeps_the_last_good_one_and_is_said()
    {
        files.Write("targets.json", Dialer);
        files.Mistakes();

        files.Write("targets.json", "{");
        Assert.AreNotEqual("", files.Mistakes());
        Assert.AreEqual("dialer", Targets());

        files.Delete("targets.json");
        files.Mistakes();
        Assert.Contains("the file of targets is missing", files.Mistakes(), StringComparison.Ordinal);
        Assert.AreEqual("dialer", Targets());
    }

    [TestMethod]
    public void A_file_that_has_never_loaded_is_not_the_same_as_none()
    {
        files.Write("targets.json", "{");

        Assert.AreNotEqual("", files.Mistakes());
        Assert.IsNull(files.Watched.Targets);
    }

    private string Targets() => string.Join(' ', files.Watched.Targets!.All.Select(static target => target.Id));
}
