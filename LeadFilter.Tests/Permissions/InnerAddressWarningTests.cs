using System.Text;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Permissions;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Permissions;

/// <summary>A host that will not be called is told before a lead waits for it.</summary>
[TestClass]
public sealed class InnerAddressWarningTests
{
    [TestMethod]
    [DataRow("https://10.1.2.3/leads", "10.1.2.3")]
    [DataRow("https://[fd12::7]:8443/leads", "[fd12::7]")]
    [DataRow("https://169.254.169.254/", "169.254.169.254")]
    [DataRow("http://localhost:5000/leads", "localhost")]
    [DataRow("http://127.0.0.1:5000/leads", "127.0.0.1")]
    [DataRow("https://crm/leads", "crm")]
    [DataRow("https://crm.corp/leads", "crm.corp")]
    [DataRow("https://crm.INTERNAL/leads", "crm.internal")]
    public void A_delivery_to_a_host_inside_is_warned_of(string url, string host) => Assert.AreEqual(
        $"$.delivery.url: this host is not on the public internet, so the filter does not call it. Have the operator name it in the setting LEADFILTER_MAY_CALL, such as {host}.",
        Warnings("delivery", $$"""{ "type": "webhook", "url": "{{url}}" }""", ""));

    [TestMethod]
    [DataRow("https://crm.example.com/leads", "")]
    [DataRow("https://93.184.215.14/leads", "")]
    [DataRow("/demo/crm/leads", "")]
    [DataRow("https://10.1.2.3/leads", "10.0.0.0/8")]
    [DataRow("https://10.1.2.3/leads", "10.1.2.3")]
    [DataRow("http://localhost:5000/leads", "127.0.0.0/8")]
    [DataRow("https://crm/leads", "CRM")]
    [DataRow("https://crm.corp/leads", "10.0.0.0/8")]
    public void A_delivery_to_a_host_that_may_be_called_is_not(string url, string mayCall) =>
        Assert.AreEqual("", Warnings("delivery", $$"""{ "type": "webhook", "url": "{{url}}" }""", mayCall));

    [TestMethod]
    public void A_look_up_inside_is_warned_of_too() => Assert.StartsWith(
        "$.lookups.phone.url: this host is not on the public internet",
        Warnings("lookups", """{ "phone": { "url": "https://phones.internal/{phone_1}", "facts": { "a": "$.a" } } }""", ""),
        StringComparison.Ordinal);

    private static string Warnings(string section, string json, string mayCall)
    {
        Assert.IsTrue(Destinations.TryParse(mayCall, out var destinations));
        var result = CampaignLoader.Load(
            "loans.json",
            Encoding.UTF8.GetBytes(CampaignText.With(section, json)),
            TestCampaign.Vendors,
            permissions: new(SecretNames.Default, destinations));
        Assert.AreEqual("", string.Join('\n', result.Mistakes));
        return string.Join('\n', result.Warnings.Select(warning => warning.ToString().Split(' ', 2)[1]).Where(text => text.Contains("internet", StringComparison.Ordinal)));
    }
}
