using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

[TestClass]
public sealed class HostJsonTests
{
    /// <summary>
    /// Every key that the host and the extensions in use know, as far as it is used here
    /// (https://learn.microsoft.com/azure/azure-functions/functions-host-json, …/functions-bindings-service-bus#hostjson-settings
    /// for extension 5.x, …/opentelemetry-howto). An unknown key is silently ignored, so a misspelt one would do nothing.
    /// </summary>
    private static readonly string[] KnownKeys =
    [
        "version", "telemetryMode", "functionTimeout",
        "logging", "logging.logLevel", "logging.OpenTelemetry", "logging.OpenTelemetry.logLevel",
        "extensions", "extensions.http", "extensions.http.routePrefix",
        "extensions.serviceBus", "extensions.serviceBus.autoCompleteMessages", "extensions.serviceBus.maxAutoLockRenewalDuration",
        "extensions.serviceBus.maxConcurrentCalls", "extensions.serviceBus.prefetchCount",
    ];

    private static readonly JsonObject Host = SampleFiles.ReadJson("host.json");
    private static readonly JsonNode ServiceBus = Host["extensions"]!["serviceBus"]!;

    [TestMethod]
    public void Every_key_is_one_that_the_host_knows()
    {
        var keys = KeysOf(Host, "").Where(key => !key.Contains(".logLevel.", StringComparison.Ordinal));
        Assert.AreEqual("", string.Join(", ", keys.Except(KnownKeys)));
    }

    [TestMethod]
    public void It_is_written_for_version_2_and_later() => Assert.AreEqual("2.0", Host["version"]!.GetValue<string>());

    [TestMethod]
    public void The_route_prefix_is_that_of_the_other_host() =>
        Assert.AreEqual(Addresses.Prefix, Host["extensions"]!["http"]!["routePrefix"]!.GetValue<string>());

    [TestMethod]
    public void Messages_are_settled_by_the_code_alone() => Assert.IsFalse(ServiceBus["autoCompleteMessages"]!.GetValue<bool>());

    [TestMethod]
    public void No_message_waits_locked_in_an_instance() => Assert.AreEqual(0, ServiceBus["prefetchCount"]!.GetValue<int>());

    [TestMethod]
    public void Locks_are_renewed_for_longer_than_they_last()
    {
        var renewed = Time(ServiceBus["maxAutoLockRenewalDuration"]!);
        Assert.IsGreaterThan(XmlConvert.ToTimeSpan(BicepFile.Read("app/queues.bicep").Value("lockDuration")), renewed);
    }

    /// <summary>Nobody else renews them.</summary>
    [TestMethod]
    public void Locks_are_renewed_for_as_long_as_a_function_may_run() =>
        Assert.IsGreaterThanOrEqualTo(Time(Host["functionTimeout"]!), Time(ServiceBus["maxAutoLockRenewalDuration"]!));

    [TestMethod]
    public void A_function_may_take_longer_than_a_delivery() =>
        Assert.IsGreaterThan(new DeliveryOptions().TotalTimeout, Time(Host["functionTimeout"]!));

    /// <summary>More at once than are let through to a CRM would only wait, and would be sent back to the queue.</summary>
    [TestMethod]
    public void An_instance_takes_as_many_messages_as_it_may_deliver_at_once()
    {
        var options = new DeliveryOptions();
        Assert.IsLessThanOrEqualTo(options.MaxConcurrentCalls + options.MaxWaiting, ServiceBus["maxConcurrentCalls"]!.GetValue<int>());
    }

    /// <summary>In this mode the host ignores logging.applicationInsights, its sampling too: it must not pretend to be set.</summary>
    [TestMethod]
    public void Telemetry_is_OpenTelemetry_and_nothing_is_set_that_it_ignores()
    {
        Assert.AreEqual("OpenTelemetry", Host["telemetryMode"]!.GetValue<string>());
        Assert.IsFalse(Host["logging"]!.AsObject().ContainsKey("applicationInsights"));
    }

    private static TimeSpan Time(JsonNode node) => TimeSpan.ParseExact(node.GetValue<string>(), "c", CultureInfo.InvariantCulture);

    private static IEnumerable<string> KeysOf(JsonObject node, string prefix) => node.SelectMany(property =>
        property.Value is JsonObject inner
            ? [prefix + property.Key, .. KeysOf(inner, $"{prefix}{property.Key}.")]
            : new[] { prefix + property.Key });
}
