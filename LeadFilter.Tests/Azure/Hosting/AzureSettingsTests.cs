using LeadFilter.Functions.Settings;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Tests.Azure.Hosting;

[TestClass]
public sealed class AzureSettingsTests
{
    [TestMethod]
    [DataRow("ServiceBus", "The setting 'ServiceBus__fullyQualifiedNamespace' is missing: the host name of the namespace, such as NAME.servicebus.windows.net. Or give a connection string in 'ServiceBus'.")]
    [DataRow("Tables", "The setting 'Tables__serviceUri' is missing: the address of the account's tables, such as https://ACCOUNT.table.core.windows.net. Or give a connection string in 'Tables'.")]
    [DataRow("LEADFILTER_IDENTITY_SECRET", "The setting 'LEADFILTER_IDENTITY_SECRET' is missing.")]
    [DataRow("LEADFILTER_ADMIN_KEY", "The setting 'LEADFILTER_ADMIN_KEY' is missing.")]
    public void Missing_setting_is_named(string name, string message) => Assert.AreEqual(message, Refusal(settings => settings.Remove(name)));

    [TestMethod]
    public void Empty_setting_counts_as_missing() =>
        Assert.AreEqual("The setting 'LEADFILTER_ADMIN_KEY' is missing.", Refusal(settings => settings["LEADFILTER_ADMIN_KEY"] = ""));

    [TestMethod]
    public void Every_missing_setting_is_named_at_once() =>
        Assert.HasCount(4, Refusal(settings => settings.Clear()).Split('\n'));

    [TestMethod]
    [DataRow("LEADFILTER_IDENTITY_SECRET", "short-and-marked", "The setting 'LEADFILTER_IDENTITY_SECRET' has 16 bytes.")]
    [DataRow("LEADFILTER_OWN_ADDRESS", "/marked", "The setting 'LEADFILTER_OWN_ADDRESS' must be an http or https address")]
    [DataRow("LEADFILTER_LOOKUP_NETWORKS", "10.0.0.0/marked", "The setting 'LEADFILTER_LOOKUP_NETWORKS' must be a list of networks and hosts")]
    [DataRow("LEADFILTER_MAY_CALL", "10.0.0.0/marked", "The setting 'LEADFILTER_MAY_CALL' must be a list of networks and hosts")]
    [DataRow("LEADFILTER_SECRETS", "LEADFILTER_ADMIN_KEY, marked", "The setting 'LEADFILTER_SECRETS' must be a list of names of settings")]
    [DataRow("LEADFILTER_ADMIN_KEY", "marked-letters", "The setting 'LEADFILTER_ADMIN_KEY' must hold a key of 16 to 512 visible ASCII characters")]
    public void Wrong_setting_is_named_without_its_value(string name, string value, string message)
    {
        var refusal = Refusal(settings => settings[name] = value);

        Assert.StartsWith(message, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("marked", refusal, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("ServiceBus", "fullyQualifiedNamespace", "https://name.servicebus.windows.net/")]
    [DataRow("Tables", "serviceUri", "account.table.core.windows.net")]
    public void Address_of_a_store_is_checked(string store, string part, string value) => Assert.StartsWith(
        $"The setting '{store}__{part}' must be",
        Refusal(settings =>
        {
            settings.Remove(store);
            settings[$"{store}:{part}"] = value;
        }),
        StringComparison.Ordinal);

    [TestMethod]
    public void Store_is_reached_with_the_identity_at_its_address()
    {
        var settings = Read(all =>
        {
            all.Remove("ServiceBus");
            all["ServiceBus:fullyQualifiedNamespace"] = "name.servicebus.windows.net";
        });

        Assert.AreEqual(new StoreConnection(null, "name.servicebus.windows.net"), settings.ServiceBus);
    }

    [TestMethod]
    public void Connection_string_comes_first()
    {
        var settings = Read(all => all["Tables:serviceUri"] = "https://account.table.core.windows.net");

        Assert.AreEqual(new StoreConnection("UseDevelopmentStorage=true", null), settings.Tables);
    }

    [TestMethod]
    public void Connection_string_is_not_printed() =>
        Assert.AreEqual("by connection string", new StoreConnection("AccountKey=marked", null).ToString());

    [TestMethod]
    public void Defaults_hold_for_what_is_not_set()
    {
        var settings = Read(all =>
        {
            all.Remove("LeadQueue");
            all.Remove("RecordQueue");
            all.Remove("NoticeQueue");
        });

        Assert.AreEqual("leads", settings.LeadQueue);
        Assert.AreEqual("records", settings.RecordQueue);
        Assert.AreEqual("notices", settings.NoticeQueue);
        Assert.AreEqual(Path.Combine(AppContext.BaseDirectory, "campaigns"), settings.CampaignFolder);
        Assert.IsNull(settings.OwnAddress);
        Assert.IsNull(settings.IdentityClientId);
    }

    private static AzureSettings Read(Action<Dictionary<string, string?>> change)
    {
        var settings = AzureFilter.Settings();
        change(settings);
        return AzureSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    private static string Refusal(Action<Dictionary<string, string?>> change) =>
        Assert.ThrowsExactly<SettingsException>(() => Read(change)).Message;
}
