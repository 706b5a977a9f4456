using System.Net;
using LeadFilter.Cli.Connections;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Connections;

[TestClass]
public sealed class TrustedProxiesTests
{
    [TestMethod]
    [DataRow("127.0.0.1", "127.0.0.1", true)]
    [DataRow("127.0.0.1", "127.0.0.2", false)]
    [DataRow("::1 10.1.0.0/16", "::1", true)]
    [DataRow("::1, 10.1.0.0/16", "10.1.255.3", true)]
    [DataRow("::1, 10.1.0.0/16", "10.2.0.1", false)]
    [DataRow("", "127.0.0.1", false)]
    public void They_are_named_by_address_or_network(string setting, string address, bool isProxy) =>
        Assert.AreEqual(isProxy, TrustedProxies.Read(new(_ => setting, [])).Have(IPAddress.Parse(address)));

    [TestMethod]
    [DataRow("proxy.example")]
    [DataRow("10.1.0.0/33")]
    public void Anything_else_is_refused_without_being_repeated(string setting)
    {
        var problems = new List<string>();
        TrustedProxies.Read(new(_ => setting, problems));
        Assert.AreEqual(
            "The setting 'LEADFILTER_PROXIES' must be a list of addresses and networks, such as 127.0.0.1, ::1, 10.1.0.0/16.",
            problems.Single());
    }

    [TestMethod]
    public void The_setting_is_explained() =>
        Assert.Contains($"\n| `{TrustedProxies.SettingName}` |", SampleFiles.Read("docs", "configuration.md"), StringComparison.Ordinal);
}
