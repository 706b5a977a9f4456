using System.Net;
using System.Net.Sockets;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Outgoing;

namespace LeadFilter.Tests.Delivery;

/// <summary>Deliveries go to the public internet, to what the operator names, and to this filter's own host; as look-ups do.</summary>
[TestClass]
public sealed class WebhookAddressTests
{
    private static readonly DeliveryOptions Retrying = new() { Retries = 2, RetryDelay = TimeSpan.FromMilliseconds(1), BreakAtCalls = 2 };

    [TestMethod]
    [DataRow("")]
    [DataRow("10.0.0.0/8, other.example.com")]
    public async Task A_CRM_on_this_machine_is_not_called_unless_the_setting_allows_it(string mayCall)
    {
        await using var scene = await DeliveryScene.StartAsync(Retrying, mayCall);

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Later, "address_refused"), (result.Verdict, result.Reason));
        Assert.Contains("LEADFILTER_MAY_CALL", result.Description, StringComparison.Ordinal);
        Assert.IsEmpty(scene.Crm.Calls);
    }

    [TestMethod]
    [DataRow("https://[fd12::7]/leads")]
    [DataRow("https://[::1]/leads")]
    [DataRow("https://[::ffff:10.1.2.3]/leads")]
    [DataRow("https://10.1.2.3/leads")]
    [DataRow("https://169.254.169.254/leads")]
    [DataRow("https://2130706433/leads")]
    public async Task An_address_inside_is_not_called_however_it_is_written(string url)
    {
        await using var scene = await DeliveryScene.StartAsync(mayCall: "");
        scene.Plan = scene.Plan with { Url = url };

        Assert.AreEqual("address_refused", (await scene.DeliverAsync(DeliveryScene.NewLead())).Reason);
    }

    [TestMethod]
    [DataRow("127.0.0.0/8")]
    [DataRow("127.0.0.1")]
    [DataRow("localhost")]
    public async Task A_CRM_that_the_operator_names_is_called(string mayCall)
    {
        await using var scene = await DeliveryScene.StartAsync(
            mayCall: mayCall, names: new() { ["localhost"] = [IPAddress.Parse("169.254.169.254"), IPAddress.Loopback] });
        scene.Plan = scene.Plan with { Url = scene.Plan.Url.Replace("127.0.0.1", mayCall == "localhost" ? mayCall : "127.0.0.1", StringComparison.Ordinal) };

        Assert.AreEqual(DeliveryVerdict.Done, (await scene.DeliverAsync(DeliveryScene.NewLead())).Verdict);
    }

    [TestMethod]
    [DataRow("10.1.2.3")]
    [DataRow("169.254.169.254")]
    [DataRow("::ffff:169.254.169.254")]
    [DataRow("fd00:ec2::254")]
    [DataRow("100.64.0.1")]
    [DataRow("0.0.0.0")]
    public async Task A_name_that_stands_for_an_address_inside_is_not_called(string address)
    {
        await using var scene = await DeliveryScene.StartAsync(mayCall: "", names: new() { ["crm.example.com"] = [IPAddress.Parse(address)] });
        scene.Plan = scene.Plan with { Url = "https://crm.example.com/leads" };

        Assert.AreEqual("address_refused", (await scene.DeliverAsync(DeliveryScene.NewLead())).Reason);
    }

    [TestMethod]
    public async Task A_redirect_to_an_address_inside_is_not_followed()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then((_, context, _) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "http://169.254.169.254/latest/meta-data";
            return Task.CompletedTask;
        });

        Assert.AreEqual("crm_refused", (await scene.DeliverAsync(DeliveryScene.NewLead())).Reason);
    }

    [TestMethod]
    public async Task This_filters_own_host_is_called_without_any_setting()
    {
        var options = DeliveryScene.OneTry;
        await using var scene = await DeliveryScene.StartAsync(options, mayCall: "");
        options.OwnAddress = new(scene.Crm.Address, "/");
        scene.Plan = scene.Plan with { Url = "/demo/crm/leads" };

        Assert.AreEqual(DeliveryVerdict.Done, (await scene.DeliverAsync(DeliveryScene.NewLead())).Verdict);
    }

    [TestMethod]
    [DataRow("10.1.2.3", false)]
    [DataRow("93.184.215.14", true)]
    [DataRow(null, true)]
    public async Task A_proxy_is_asked_only_for_what_may_be_called_as_far_as_the_filter_can_tell(string? address, bool allowed)
    {
        var connections = new GuardedConnections(
            Destinations.Default,
            (_, _) => address is null ? throw new SocketException((int)SocketError.HostNotFound) : Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));

        Assert.AreEqual(allowed, await connections.MayBeProxiedAsync(new("https://crm.example.com/leads"), CancellationToken.None));
    }
}
