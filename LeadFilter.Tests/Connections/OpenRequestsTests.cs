using System.Net;
using LeadFilter.Cli.Connections;

namespace LeadFilter.Tests.Connections;

[TestClass]
public sealed class OpenRequestsTests
{
    private static readonly IPAddress Ann = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Ben = IPAddress.Parse("192.0.2.2");

    [TestMethod]
    public void One_address_has_its_share_and_others_have_theirs()
    {
        var requests = new OpenRequests(new() { MaxPerAddress = 2 });
        Assert.IsTrue(requests.TryBegin(Ann));
        Assert.IsTrue(requests.TryBegin(Ann));
        Assert.IsFalse(requests.TryBegin(Ann));
        Assert.IsTrue(requests.TryBegin(Ben));
    }

    [TestMethod]
    public void An_answer_makes_room()
    {
        var requests = new OpenRequests(new() { MaxPerAddress = 1 });
        Assert.IsTrue(requests.TryBegin(Ann));
        requests.End(Ann);
        Assert.IsTrue(requests.TryBegin(Ann));
    }
}
