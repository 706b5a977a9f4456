using LeadFilter.Cli.Serving;
using LeadFilter.Core.Vendors;
using LeadFilter.Functions.Settings;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Tests.Azure.Hosting;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Tests.Limits;

[TestClass]
public sealed class LimitSettingsTests
{
    [TestMethod]
    public void What_is_not_set_has_its_default() => Assert.AreEqual(new LimitOptions(), Read());

    [TestMethod]
    public void A_blank_setting_counts_as_not_set() =>
        Assert.AreEqual(new LimitOptions(), Read([.. LimitSettings.All.Select(name => (name, " "))]));

    [TestMethod]
    public void Every_setting_is_read() => Assert.AreEqual(
        new LimitOptions
        {
            VendorRate = new(2.5m, 40),
            MaxInWork = 10,
            MaxActive = 5,
            MaxPerVendor = 3,
            MaxWaiting = 0,
            MaxWait = TimeSpan.FromMilliseconds(250),
            MaxBodyBytes = 1024,
            MaxFields = 20,
        },
        Read(
            ("LEADFILTER_VENDOR_RATE", "2.5"),
            ("LEADFILTER_VENDOR_BURST", "40"),
            ("LEADFILTER_MAX_IN_WORK", "10"),
            ("LEADFILTER_MAX_ACTIVE", "5"),
            ("LEADFILTER_MAX_PER_VENDOR", "3"),
            ("LEADFILTER_MAX_WAITING", "0"),
            ("LEADFILTER_MAX_WAIT_MS", "250"),
            ("LEADFILTER_MAX_BODY_BYTES", "1024"),
            ("LEADFILTER_MAX_FIELDS", "20")));

    [TestMethod]
    [DataRow("5", 50)]
    [DataRow("0.01", 1)]
    [DataRow("100000", 100_000)]
    public void Without_a_burst_it_is_what_comes_in_ten_seconds(string rate, int burst) =>
        Assert.AreEqual(burst, Read(("LEADFILTER_VENDOR_RATE", rate)).VendorRate!.Value.Burst);

    [TestMethod]
    [DataRow("LEADFILTER_VENDOR_RATE", "0", "The setting 'LEADFILTER_VENDOR_RATE' must be a number from 0.01 to 100000: requests a second.")]
    [DataRow("LEADFILTER_VENDOR_RATE", "100001", "The setting 'LEADFILTER_VENDOR_RATE' must be a number from 0.01 to 100000: requests a second.")]
    [DataRow("LEADFILTER_VENDOR_RATE", "5/s", "The setting 'LEADFILTER_VENDOR_RATE' must be a number from 0.01 to 100000: requests a second.")]
    [DataRow("LEADFILTER_VENDOR_BURST", "5", "The setting 'LEADFILTER_VENDOR_BURST' is nothing without 'LEADFILTER_VENDOR_RATE'. Set both, or neither.")]
    [DataRow("LEADFILTER_VENDOR_BURST", "0", "The setting 'LEADFILTER_VENDOR_BURST' must be a whole number from 1 to 100000.")]
    [DataRow("LEADFILTER_MAX_IN_WORK", "0", "The setting 'LEADFILTER_MAX_IN_WORK' must be a whole number from 1 to 100000.")]
    [DataRow("LEADFILTER_MAX_PER_VENDOR", "200001", "The setting 'LEADFILTER_MAX_PER_VENDOR' must be a whole number from 1 to 200000.")]
    [DataRow("LEADFILTER_MAX_WAITING", "-1", "The setting 'LEADFILTER_MAX_WAITING' must be a whole number from 0 to 100000.")]
    [DataRow("LEADFILTER_MAX_WAIT_MS", "1s", "The setting 'LEADFILTER_MAX_WAIT_MS' must be a whole number from 1 to 30000.")]
    [DataRow("LEADFILTER_MAX_BODY_BYTES", "64 KB", "The setting 'LEADFILTER_MAX_BODY_BYTES' must be a whole number from 1024 to 1048576.")]
    [DataRow("LEADFILTER_MAX_FIELDS", "1e3", "The setting 'LEADFILTER_MAX_FIELDS' must be a whole number from 1 to 1000.")]
    public void A_wrong_setting_is_named_with_its_range(string name, string value, string message)
    {
        var problems = new List<string>();
        LimitSettings.Read(new(asked => asked == name ? value : null, problems));
        Assert.AreEqual(message, string.Join('\n', problems));
    }

    [TestMethod]
    public async Task One_machine_does_not_start_with_wrong_settings_and_names_all_of_them()
    {
        using var folders = new FilterFolders();
        var refusal = await Assert.ThrowsExactlyAsync<CannotServeException>(() => FilterHost.StartAsync(
            new(folders.Data, folders.Campaigns),
            TimeProvider.System,
            Random.Shared,
            name => name is "LEADFILTER_MAX_IN_WORK" or "LEADFILTER_MAX_FIELDS" ? "many" : null,
            null,
            CancellationToken.None));
        Assert.AreEqual(
            "The setting 'LEADFILTER_MAX_IN_WORK' must be a whole number from 1 to 100000.\n"
            + "The setting 'LEADFILTER_MAX_FIELDS' must be a whole number from 1 to 1000.",
            refusal.Message);
    }

    [TestMethod]
    public async Task One_machine_takes_its_limits_from_the_settings()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterHost.StartAsync(
            new(folders.Data, folders.Campaigns),
            TimeProvider.System,
            Random.Shared,
            name => name == "LEADFILTER_MAX_BODY_BYTES" ? "1024" : FilterUnderTest.OnFreePort(name),
            null,
            CancellationToken.None);
        using var visitor = new FilterVisitor(filter.Address);

        var answer = await visitor.SendAsync("acme", new() { ["email"] = "ann@example.com", ["comments"] = new string('x', 1024) });

        Assert.AreEqual(413, answer.Status);
        Assert.Contains("larger than 1024 bytes", answer.Body, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Azure_does_not_start_with_a_wrong_setting() =>
        Assert.AreEqual(
            "The setting 'LEADFILTER_MAX_WAITING' must be a whole number from 0 to 100000.",
            Assert.ThrowsExactly<SettingsException>(() => ReadAzure(("LEADFILTER_MAX_WAITING", "many"))).Message);

    [TestMethod]
    public void Azure_takes_its_limits_from_the_settings() =>
        Assert.AreEqual(
            new LimitOptions { VendorRate = new RequestRate(3, 30), MaxWaiting = 7 },
            ReadAzure(("LEADFILTER_VENDOR_RATE", "3"), ("LEADFILTER_MAX_WAITING", "7")).Limits);

    [TestMethod]
    public void Every_setting_is_explained_with_its_default()
    {
        var docs = SampleFiles.Read("docs", "configuration.md");
        foreach (var name in LimitSettings.All)
        {
            Assert.Contains($"\n| `{name}` |", docs, StringComparison.Ordinal);
        }
    }

    private static LimitOptions Read(params (string Name, string Value)[] settings)
    {
        var problems = new List<string>();
        var options = LimitSettings.Read(new(name => settings.FirstOrDefault(setting => setting.Name == name).Value, problems));
        Assert.AreEqual("", string.Join('\n', problems));
        return options;
    }

    private static AzureSettings ReadAzure(params (string Name, string Value)[] settings)
    {
        var all = AzureFilter.Settings();
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return AzureSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
