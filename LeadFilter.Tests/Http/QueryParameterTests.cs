using LeadFilter.Http.Requests;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class QueryParameterTests
{
    [TestMethod]
    [DataRow("?limit=1", 1)]
    [DataRow("?limit=1000", 1000)]
    [DataRow("?limit=", 100)]
    [DataRow("", 100)]
    public void A_number_is_read(string query, int expected)
    {
        Assert.IsTrue(QueryParameter.TryReadNumber(Get(query), "limit", (1, 1000), 100, out var number, out _));
        Assert.AreEqual(expected, number);
    }

    [TestMethod]
    [DataRow("?limit=0")]
    [DataRow("?limit=1001")]
    [DataRow("?limit=-1")]
    [DataRow("?limit=99999999999")]
    [DataRow("?limit=1.5")]
    [DataRow("?limit=SECRET")]
    [DataRow("?limit=1&limit=1")]
    public void What_is_no_number_in_range_is_a_400(string query)
    {
        Assert.IsFalse(QueryParameter.TryReadNumber(Get(query), "limit", (1, 1000), 100, out _, out var problem));
        Assert.AreEqual(400, problem.Status);
        Assert.AreEqual("limit", problem.Field);
        Assert.DoesNotContain("SECRET", problem.Detail, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("?from=2026-11-01T12:00:00Z", "2026-11-01T12:00:00.0000000+00:00")]
    [DataRow("?from=2026-11-01T12:00Z", "2026-11-01T12:00:00.0000000+00:00")]
    [DataRow("?from=2026-11-01T12:00:00.25Z", "2026-11-01T12:00:00.2500000+00:00")]
    [DataRow("?from=2026-11-01T12:00:00%2B02:00", "2026-11-01T10:00:00.0000000+00:00")]
    [DataRow("?from=2026-11-01T12:00:00+02:00", "2026-11-01T10:00:00.0000000+00:00")]
    [DataRow("?from=2026-11-01T12:00:00-05:00", "2026-11-01T17:00:00.0000000+00:00")]
    public void An_instant_is_read(string query, string expected)
    {
        Assert.IsTrue(QueryParameter.TryReadInstant(Get(query), "from", out var instant, out _));
        Assert.AreEqual(expected, instant?.ToString("O"));
    }

    [TestMethod]
    public void No_instant_is_null()
    {
        Assert.IsTrue(QueryParameter.TryReadInstant(Get("?to=x"), "from", out var instant, out _));
        Assert.IsNull(instant);
    }

    [TestMethod]
    [DataRow("?from=2026-11-01")]
    [DataRow("?from=2026-11-01T12:00:00")]
    [DataRow("?from=2026-13-01T12:00:00Z")]
    [DataRow("?from=yesterday")]
    [DataRow("?from=Z")]
    [DataRow("?from=0001-01-01T00:00:00%2B14:00")]
    [DataRow("?from=2026-11-01T12:00:00Z&from=2026-11-01T12:00:00Z")]
    public void What_is_no_instant_is_a_400(string query)
    {
        Assert.IsFalse(QueryParameter.TryReadInstant(Get(query), "from", out _, out var problem));
        Assert.AreEqual(400, problem.Status);
        Assert.AreEqual("from", problem.Field);
    }

    private static HttpRequest Get(string query)
    {
        var request = TestRequest.With();
        request.QueryString = new(query);
        return request;
    }
}
