using System.Text;
using LeadFilter.Http.Requests;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class RecordBatchTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("{\"a\":\"1\",\"b\":2}", "application/json", false, "1: a=1 b=2")]
    [DataRow("{\n  \"a\": \"1\",\n  \"b\": true }\n", null, false, "1: a=1 b=true")]
    [DataRow("{\"a\":\"1\"}", "application/x-ndjson", true, "1: a=1")]
    [DataRow("{\"a\":\"1\"}\n\n{\"a\":\"2\"}\n", "text/plain", true, "1: a=1|3: a=2")]
    [DataRow("[{\"a\":\"1\"},{\"a\":\"2\"}]", "text/csv", true, "1: a=1|2: a=2")]
    [DataRow("a,b\n1,2\n3,\n", "application/octet-stream", true, "2: a=1 b=2|3: a=3")]
    [DataRow("a;b\r\n\"x; y\";2\r\n", "text/csv", true, "2: a=x; y b=2")]
    [DataRow("\uFEFFa,b\n1,2", "text/csv; charset=utf-8", true, "2: a=1 b=2")]
    [DataRow("{\"who\":{\"email\":\"x\"},\"channels\":[\"call\",\"text\"],\"none\":null}", null, false, "1: who.email=x channels=call,text")]
    public async Task A_body_is_read_in_whichever_form_it_really_has(string body, string? type, bool isBatch, string expected)
    {
        var (records, several, problem) = await RecordBatch.ReadAsync(Post(body, type), TestContext.CancellationToken);

        Assert.IsNull(problem);
        Assert.AreEqual(isBatch, several);
        Assert.AreEqual(expected, string.Join('|', records.Select(static one => $"{one.Line}: {string.Join(' ', one.Cells.Select(static cell => $"{cell.Key}={cell.Value}"))}")));
    }

    [TestMethod]
    [DataRow("{\"a\":\"1\"}\n{\"a\":\n{\"a\":\"3\"}", "2: not valid JSON")]
    [DataRow("[{\"a\":\"1\"},7]", "2: neither a JSON object nor a JSON text")]
    [DataRow("[{\"a\":\"\\ud800\"}]", "1: a text that is not Unicode")]
    public async Task A_broken_record_is_a_problem_of_its_line(string body, string expected)
    {
        var (records, _, problem) = await RecordBatch.ReadAsync(Post(body, TestRequest.Json), TestContext.CancellationToken);

        Assert.IsNull(problem);
        var broken = records.Single(static one => one.Problem is not null);
        Assert.AreEqual(expected, $"{broken.Line}: {broken.Problem}");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" \n\n")]
    [DataRow("[]")]
    [DataRow("[{]")]
    [DataRow("a,b\n")]
    public async Task A_body_without_a_record_is_refused(string body)
    {
        var (_, _, problem) = await RecordBatch.ReadAsync(Post(body, TestRequest.Json), TestContext.CancellationToken);

        Assert.AreEqual((400, "unreadable-body"), (problem?.Status, problem?.Code));
    }

    [TestMethod]
    public async Task More_records_than_a_batch_may_have_are_refused()
    {
        var (_, _, problem) = await RecordBatch.ReadAsync(
            Post(string.Concat(Enumerable.Repeat("{\"a\":1}\n", BatchBody.MaxLines + 1)), "application/x-ndjson"), TestContext.CancellationToken);

        Assert.AreEqual(413, problem?.Status);
    }

    private static HttpRequest Post(string body, string? type) => TestRequest.Post(type, Encoding.UTF8.GetBytes(body));
}
