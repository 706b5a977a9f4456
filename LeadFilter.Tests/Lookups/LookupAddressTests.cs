using System.Net;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Tests.Lookups;

/// <summary>Nobody can make the filter call an address that the installation does not allow.</summary>
[TestClass]
public sealed class LookupAddressTests
{
    [TestMethod]
    [DataRow("0.0.0.0")]
    [DataRow("10.1.2.3")]
    [DataRow("100.64.0.1")]
    [DataRow("127.0.0.1")]
    [DataRow("127.255.255.254")]
    [DataRow("169.254.169.254")]
    [DataRow("168.63.129.16")]
    [DataRow("172.16.0.1")]
    [DataRow("172.31.255.255")]
    [DataRow("192.168.1.1")]
    [DataRow("192.0.2.1")]
    [DataRow("198.18.0.1")]
    [DataRow("224.0.0.1")]
    [DataRow("255.255.255.255")]
    [DataRow("::")]
    [DataRow("::1")]
    [DataRow("::127.0.0.1")]
    [DataRow("::ffff:127.0.0.1")]
    [DataRow("::ffff:169.254.169.254")]
    [DataRow("64:ff9b::7f00:1")]
    [DataRow("64:ff9b:1::a00:1")]
    [DataRow("2001::1")]
    [DataRow("2002:7f00:1::")]
    [DataRow("2001:db8::1")]
    [DataRow("fc00::1")]
    [DataRow("fd00:ec2::254")]
    [DataRow("fe80::1")]
    [DataRow("fe80::1%1")]
    [DataRow("ff02::1")]
    public void Addresses_that_are_not_public_are_refused(string address) => Assert.IsFalse(Networks("").Allow("", IPAddress.Parse(address), false));

    [TestMethod]
    [DataRow("93.184.215.14")]
    [DataRow("172.32.0.1")]
    [DataRow("::ffff:93.184.215.14")]
    [DataRow("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    public void Public_addresses_are_allowed(string address) => Assert.IsTrue(Networks("").Allow("", IPAddress.Parse(address), false));

    [TestMethod]
    public void A_setting_allows_networks_and_no_more()
    {
        var networks = Networks("10.1.0.0/16, ::1/128");
        Assert.IsTrue(networks.Allow("", IPAddress.Parse("10.1.2.3"), false));
        Assert.IsTrue(networks.Allow("", IPAddress.Parse("::ffff:10.1.2.3"), false));
        Assert.IsTrue(networks.Allow("", IPAddress.IPv6Loopback, true));
        Assert.IsFalse(networks.Allow("", IPAddress.Parse("10.2.0.1"), false));
        Assert.IsFalse(networks.Allow("", IPAddress.Loopback, false));
        Assert.IsFalse(networks.Allow("", IPAddress.Parse("169.254.169.254"), false));
    }

    [TestMethod]
    public void Without_TLS_only_this_machine_is_called()
    {
        Assert.IsFalse(Networks("10.0.0.0/8").Allow("", IPAddress.Parse("10.1.2.3"), onlyLoopback: true));
        Assert.IsFalse(Networks("").Allow("", IPAddress.Parse("93.184.215.14"), onlyLoopback: true));
        Assert.IsTrue(Networks("127.0.0.0/8").Allow("", IPAddress.Loopback, onlyLoopback: true));
    }

    [TestMethod]
    [DataRow("https://crm.corp.example")]
    [DataRow("crm.corp.example:8443")]
    [DataRow("*.corp.example")]
    [DataRow("10.0.0.0/33")]
    [DataRow("10.0.0.0/8; 127.0.0.0/8")]
    public void A_setting_that_is_no_list_of_networks_and_hosts_is_refused(string setting) => Assert.IsFalse(Destinations.TryParse(setting, out _));

    [TestMethod]
    [DataRow("10.1.2.3", true)]
    [DataRow("fd12::7", true)]
    [DataRow("127.0.0.1", true)]
    [DataRow("169.254.169.254", false)]
    [DataRow("::ffff:169.254.169.254", false)]
    [DataRow("168.63.129.16", false)]
    [DataRow("fd00:ec2::254", false)]
    [DataRow("fe80::1", false)]
    [DataRow("0.0.0.0", false)]
    public void A_host_that_is_named_may_be_inside_but_is_never_a_service_of_the_cloud_for_its_machines(string address, bool allowed)
    {
        var destinations = Networks("crm.corp.example");
        Assert.AreEqual(allowed, destinations.Allow("CRM.corp.example.", IPAddress.Parse(address), false));
        Assert.IsFalse(destinations.Allow("other.corp.example", IPAddress.Parse(address), false));
    }

    [TestMethod]
    [DataRow("127.0.0.1")]
    [DataRow("localhost")]
    [DataRow("[::1]")]
    public async Task This_machine_is_not_called_unless_the_setting_allows_it(string host)
    {
        await using var scene = await LookupScene.StartAsync(networks: "");
        var address = scene.Host.Replace("127.0.0.1", host, StringComparison.Ordinal);
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(scene.PhoneLookup().Replace(scene.Host, address, StringComparison.Ordinal)));
        Assert.AreEqual("phone address_refused", scene.Results.Single());
        Assert.HasCount(0, scene.Provider.Calls);
    }

    [TestMethod]
    [DataRow("127.0.0.1")]
    [DataRow("169.254.169.254")]
    [DataRow("::ffff:127.0.0.1")]
    public async Task A_name_that_stands_for_a_private_address_is_not_called(string address)
    {
        await using var scene = await LookupScene.StartAsync(networks: "", names: new() { ["api.example.com"] = [IPAddress.Parse(address)] });
        await scene.AskAsync("""{ "phone": { "url": "https://api.example.com/{phone_1}", "facts": { "a": "$.a" } } }""");
        Assert.AreEqual("phone address_refused", scene.Results.Single());
    }

    [TestMethod]
    public async Task Of_a_name_s_addresses_only_those_are_called_that_may_be()
    {
        // Were the first one called, the test would hang for the time of a connection, and then time out.
        await using var scene = await LookupScene.StartAsync(names: new() { ["localhost"] = [IPAddress.Parse("169.254.169.254"), IPAddress.Loopback] });
        scene.Provider.Then(ProviderSteps.Mobile);
        var lookup = scene.PhoneLookup().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Assert.AreEqual("phone.line_type=mobile, phone.active=true, phone.failed=false", await scene.AskAsync(lookup));
    }

    [TestMethod]
    public async Task A_name_is_looked_at_each_time_that_a_connection_is_made()
    {
        var names = new Dictionary<string, IPAddress[]> { ["localhost"] = [IPAddress.Loopback] };
        await using var scene = await LookupScene.StartAsync(names: names);
        scene.Provider.Then(
            (_, context, _) =>
            {
                context.Response.Headers.Connection = "close";
                return ProviderSteps.Mobile(null!, context, null!);
            });
        var lookup = scene.PhoneLookup().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await scene.AskAsync(lookup);
        names["localhost"] = [IPAddress.Parse("10.0.0.1")];
        await scene.AskAsync(lookup, "602 234 9877");
        Assert.AreEqual("phone answered|phone address_refused", string.Join('|', scene.Results));
    }

    private static Destinations Networks(string setting) =>
        Destinations.TryParse(setting, out var networks) ? networks : throw new AssertFailedException(setting);
}
