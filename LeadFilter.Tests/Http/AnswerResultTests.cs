using System.Net;
using System.Xml.Linq;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Intake;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class AnswerResultTests
{
    private const string Id = "0193a4f2b7c87d1e9f00112233445566";

    [TestMethod]
    [DataRow("12.5", "12.5")]
    [DataRow("12.50", "12.5")]
    [DataRow("10.00", "10")]
    [DataRow("0.0001", "0.0001")]
    [DataRow("1000000", "1000000")]
    public async Task Success_is_answered_with_201_the_id_and_the_price(string price, string written)
    {
        var answer = Success() with { Price = Price(price) };

        await AssertAnswer(answer, "application/json", 201, $$"""{"outcome":"success","lead":{"id":"{{Id}}"},"price":{{written}}}""");
        await AssertAnswer(answer, "application/xml", 201, $"<result><outcome>success</outcome><lead><id>{Id}</id></lead><price>{written}</price></result>");
    }

    [TestMethod]
    public async Task Failure_is_answered_with_201_and_all_reasons()
    {
        var answer = Success() with
        {
            Outcome = Outcome.Failure,
            Reasons = [new(ReasonCode.Duplicate, "Duplicate of a lead"), new(Code("too_old"), "Older than 5 minutes")],
        };

        await AssertAnswer(answer, "application/json", 201, $$"""
            {"outcome":"failure","reason":"Duplicate of a lead","reasons":[{"code":"duplicate","text":"Duplicate of a lead"},{"code":"too_old","text":"Older than 5 minutes"}],"lead":{"id":"{{Id}}"},"price":0}
            """);
        await AssertAnswer(answer, "text/xml", 201, $"""
            <result><outcome>failure</outcome><reason>Duplicate of a lead</reason><reasons><item><code>duplicate</code><text>Duplicate of a lead</text></item><item><code>too_old</code><text>Older than 5 minutes</text></item></reasons><lead><id>{Id}</id></lead><price>0</price></result>
            """);
    }

    [TestMethod]
    public async Task Error_is_answered_with_503_and_Retry_After()
    {
        var answer = new Answer { Outcome = Outcome.Error, Error = "The queue is down", RetryAfter = TimeSpan.FromSeconds(1.2) };

        using var json = await AssertAnswer(answer, "application/json", 503, """{"outcome":"error","reason":"The queue is down"}""");
        Assert.AreEqual("2", json.Headers.RetryAfter?.ToString());
        using var xml = await AssertAnswer(answer, "application/xml", 503, "<result><outcome>error</outcome><reason>The queue is down</reason></result>");
        Assert.AreEqual("2", xml.Headers.RetryAfter?.ToString());
    }

    [TestMethod]
    public async Task Names_that_the_campaign_does_not_know_are_answered()
    {
        var answer = Success() with { Ignored = ["utm", "<b>\"é"] };

        await AssertAnswer(answer, "application/json", 201, $$"""{"outcome":"success","lead":{"id":"{{Id}}"},"price":0,"ignored":["utm","<b>\"é"]}""");
        await AssertAnswer(answer, "application/xml", 201, $"<result><outcome>success</outcome><lead><id>{Id}</id></lead><price>0</price><ignored><item>utm</item><item>&lt;b&gt;\"é</item></ignored></result>");
    }

    [TestMethod]
    public async Task Fields_that_could_not_be_read_are_named()
    {
        var answer = Success() with { Unreadable = ["homeowner", "age"] };

        await AssertAnswer(answer, "application/json", 201, $$"""{"outcome":"success","lead":{"id":"{{Id}}"},"price":0,"unreadable":["homeowner","age"]}""");
        await AssertAnswer(answer, "application/xml", 201, $"<result><outcome>success</outcome><lead><id>{Id}</id></lead><price>0</price><unreadable><item>homeowner</item><item>age</item></unreadable></result>");
    }

    [TestMethod]
    public async Task What_xml_cannot_hold_is_dropped()
    {
        var answer = new Answer { Outcome = Outcome.Error, Error = "a\u0000\u0001\ud800\uffffb 😀 \r\n&]]>" };
        await using var site = await TestSite.AnsweringAsync(answer);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/leads") { Headers = { { "Accept", "application/xml" } } };
        using var response = await site.Client.SendAsync(request);

        var reason = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Element("reason")!.Value;
        Assert.AreEqual("ab 😀 \r\n&]]>", reason);
    }

    [TestMethod]
    public async Task A_carriage_return_is_written_in_xml_so_that_it_is_read_as_one()
    {
        var answer = new Answer { Outcome = Outcome.Error, Error = "a\r\nb" };

        using var xml = await AssertAnswer(
            answer, "application/xml", 503, "<result><outcome>error</outcome><reason>a&#13;\nb</reason></result>");
    }

    [TestMethod]
    public async Task An_answer_in_no_known_format_is_a_406()
    {
        await using var site = await TestSite.AnsweringAsync(Success());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/leads") { Headers = { { "Accept", "text/csv" } } };
        using var response = await site.Client.SendAsync(request);

        Assert.AreEqual(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType?.ToString());
    }

    private static Answer Success()
    {
        Assert.IsTrue(LeadId.TryParse(Id, out var id));
        return new() { Outcome = Outcome.Success, Lead = id };
    }

    private static Money Price(string amount)
    {
        Assert.IsTrue(Money.TryCreate(decimal.Parse(amount), out var money));
        return money;
    }

    private static ReasonCode Code(string text)
    {
        Assert.IsTrue(ReasonCode.TryParse(text, out var code));
        return code;
    }

    private static async Task<HttpResponseMessage> AssertAnswer(Answer answer, string accept, int status, string body)
    {
        await using var site = await TestSite.AnsweringAsync(answer);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/leads") { Headers = { { "Accept", accept } } };
        var response = await site.Client.SendAsync(request);

        Assert.AreEqual(status, (int)response.StatusCode);
        Assert.AreEqual(body, await response.Content.ReadAsStringAsync());
        Assert.AreEqual(accept, response.Content.Headers.ContentType?.MediaType);
        Assert.IsNull(response.Headers.TransferEncodingChunked);
        Assert.AreEqual("no-store", response.Headers.CacheControl?.ToString());
        return response;
    }
}
