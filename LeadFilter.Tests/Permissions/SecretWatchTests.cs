using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Permissions;

[TestClass]
public sealed class SecretWatchTests : IDisposable
{
    private const string Signed = """{ "type": "webhook", "url": "/demo/crm/leads", "secret": "LEADFILTER_SECRET_CRM" }""";

    private const string Lookup = """
        { "phone": { "url": "https://api.example.com/{phone_1}", "headers": { "X-Key": { "secret": "LEADFILTER_SECRET_PHONE" } },
                     "facts": { "ok": "$.ok" } } }
        """;

    private readonly CampaignFiles files = new();
    private readonly CapturedLogs logs = new();
    private readonly IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection().Build();
    private readonly SecretWatch watch;

    public SecretWatchTests() => watch = new(files.Watched, settings, logs.For<SecretWatch>());

    public void Dispose()
    {
        files.Dispose();
        logs.Dispose();
    }

    [TestMethod]
    public void A_secret_that_is_not_set_is_found_with_its_use()
    {
        files.Write("loans.json", CampaignText.With(("delivery", Signed), ("lookups", Lookup)));
        Assert.AreEqual("", files.Mistakes());

        CollectionAssert.AreEqual(
            (string[])["loans LEADFILTER_SECRET_CRM ", "loans LEADFILTER_SECRET_PHONE phone"],
            watch.Find().Select(static one => $"{one.Campaign} {one.Setting} {one.Lookup}").ToArray());
    }

    [TestMethod]
    public void A_secret_of_a_vendors_notices_is_found_too()
    {
        files.Write("vendors.json", TestCampaign.VendorsJson.Replace(
            "\"keys\"", "\"notify\": { \"url\": \"https://v.example.com\", \"secret\": \"LEADFILTER_SECRET_V\" }, \"keys\"", StringComparison.Ordinal));
        Assert.AreEqual("", files.Mistakes());

        Assert.Contains("acme LEADFILTER_SECRET_V", watch.Find().Select(static one => $"{one.Vendor} {one.Setting}").ToList());
    }

    [TestMethod]
    public void A_secret_that_is_set_is_not_missing()
    {
        files.Write("loans.json", CampaignText.With("delivery", Signed));
        files.Watched.Reload();
        settings["LEADFILTER_SECRET_CRM"] = "swordfish";

        Assert.IsEmpty(watch.Find());
    }

    [TestMethod]
    public void A_missing_secret_is_warned_of_once_until_it_was_there()
    {
        files.Write("loans.json", CampaignText.With("delivery", Signed));
        files.Watched.Reload();

        watch.Warn();
        watch.Warn();
        Assert.HasCount(1, logs.Lines);
        Assert.StartsWith(
            "3004 Warning The setting 'LEADFILTER_SECRET_CRM' is not set. Campaign loans signs its deliveries with it", logs.Lines[0], StringComparison.Ordinal);

        settings["LEADFILTER_SECRET_CRM"] = "swordfish";
        watch.Warn();
        settings["LEADFILTER_SECRET_CRM"] = null;
        watch.Warn();
        Assert.HasCount(2, logs.Lines);
    }

    [TestMethod]
    public async Task A_missing_secret_is_warned_of_at_the_start()
    {
        files.Write("loans.json", CampaignText.With("delivery", Signed));
        files.Watched.Reload();
        using var watcher = new CampaignWatcher(
            files.Watched, watch, new(files.Watched, TimeSpan.MaxValue, logs.For<WindowWatch>()), new FakeTimeProvider());

        await watcher.StartAsync(CancellationToken.None);
        await watcher.StopAsync(CancellationToken.None);

        Assert.HasCount(1, logs.Lines);
    }
}
