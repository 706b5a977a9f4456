using LeadFilter.Http.Problems;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class RequestLimitsTests
{
    [TestMethod]
    [DataRow(16384, null)]
    [DataRow(16385, 431)]
    public void Headers_take_at_most_16_KB(int bytes, int? status)
    {
        // Two headers of "A: …" and "B: …" with a line break each.
        var request = TestRequest.With(("A", "1"), ("B", new string('x', bytes - 1 - 1 - 4 - 1 - 4)));

        Assert.AreEqual(status, RequestLimits.Check(request)?.Status);
    }

    [TestMethod]
    [DataRow(65536, null)]
    [DataRow(65537, 414)]
    public void A_query_has_at_most_64_KB(int length, int? status)
    {
        var request = TestRequest.With();
        request.QueryString = new("?" + new string('q', length - 1));

        Assert.AreEqual(status, RequestLimits.Check(request)?.Status);
    }

    [TestMethod]
    [DataRow(2048, null)]
    [DataRow(2049, 414)]
    public void A_path_has_at_most_2_KB(int length, int? status)
    {
        var request = TestRequest.With();
        request.Path = "/" + new string('p', length - 1);

        Assert.AreEqual(status, RequestLimits.Check(request)?.Status);
    }
}
