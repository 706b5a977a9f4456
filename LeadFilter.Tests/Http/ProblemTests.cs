using System.Net;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class ProblemTests
{
    [TestMethod]
    public async Task A_problem_is_written_as_rfc_9457_says()
    {
        using var response = await AnswerOf(Problem.DuplicateField("e-\"mail\""));

        Assert.AreEqual(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType?.ToString());
        Assert.AreEqual("no-store", response.Headers.CacheControl?.ToString());
        Assert.AreEqual(
            """{"type":"urn:leadfilter:problem:duplicate-field","title":"Duplicate field","status":400,"detail":"The field 'e-\"mail\"' was sent twice with different values, perhaps once under another of its names. Send each field once.","field":"e-\"mail\""}""",
            await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Unauthorized_names_the_scheme()
    {
        using var response = await AnswerOf(Problem.Unauthorized);

        Assert.AreEqual(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.AreEqual("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [TestMethod]
    public async Task A_wait_is_told_in_whole_seconds()
    {
        using var limited = await AnswerOf(Problem.TooManyRequests(TimeSpan.FromMilliseconds(2001)));
        using var down = await AnswerOf(Problem.Unavailable(TimeSpan.Zero));

        Assert.AreEqual("429 3", $"{(int)limited.StatusCode} {limited.Headers.RetryAfter}");
        Assert.AreEqual("503 1", $"{(int)down.StatusCode} {down.Headers.RetryAfter}");
    }

    [TestMethod]
    public async Task An_unknown_address_is_a_404()
    {
        await using var site = await TestSite.ReadingAsync();
        using var response = await site.Client.GetAsync("/nowhere");

        await AssertProblem(response, 404, "unknown-address");
    }

    [TestMethod]
    public async Task A_wrong_method_is_a_405_that_names_the_right_ones()
    {
        await using var site = await TestSite.ReadingAsync();
        using var response = await site.Client.DeleteAsync("/leads");

        await AssertProblem(response, 405, "method-not-allowed");
        CollectionAssert.AreEquivalent(new[] { "GET", "POST" }, response.Content.Headers.Allow.ToArray());
    }

    [TestMethod]
    [DataRow(404, "unknown-address")]
    [DataRow(409, "bad-request")]
    [DataRow(502, "internal-error")]
    public async Task A_bare_status_gets_a_body(int status, string code)
    {
        await using var site = await TestSite.StartAsync(routes => routes.MapGet("/", () => Results.StatusCode(status)));
        using var response = await site.Client.GetAsync("/");

        await AssertProblem(response, status, code);
    }

    [TestMethod]
    public async Task An_exception_is_a_500_that_tells_nothing_of_it()
    {
        await using var site = await TestSite.StartAsync(routes => routes.MapGet("/", IResult (HttpResponse response) =>
        {
            response.Headers.ETag = "x";
            throw new InvalidOperationException("SECRET", new FormatException("SECRET"));
        }));
        using var response = await site.Client.GetAsync("/");

        await AssertProblem(response, 500, "internal-error");
        Assert.IsNull(response.Headers.ETag);
        Assert.DoesNotContain("SECRET", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_exception_is_logged_with_its_type_and_stack_but_not_its_message()
    {
        await using var site = await TestSite.StartAsync(routes => routes.MapGet("/", IResult () =>
            throw new InvalidOperationException("SECRET", new FormatException("SECRET"))));
        using var response = await site.Client.GetAsync("/");

        var log = string.Join('\n', site.Log.Errors);
        Assert.Contains("System.InvalidOperationException", log, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", log, StringComparison.Ordinal);
        Assert.Contains(nameof(ProblemTests), log, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", log, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_store_that_is_down_is_a_503()
    {
        await using var site = await TestSite.StartAsync(routes => routes.MapGet("/", IResult () => throw new StoreUnavailableException("SECRET")));
        using var response = await site.Client.GetAsync("/");

        await AssertProblem(response, 503, "unavailable");
        Assert.AreEqual("5", response.Headers.RetryAfter?.ToString());
    }

    [TestMethod]
    public async Task A_request_that_the_server_refuses_keeps_its_status()
    {
        await using var site = await TestSite.StartAsync(routes => routes.MapGet("/", IResult () => throw new BadHttpRequestException("SECRET", 408)));
        using var response = await site.Client.GetAsync("/");

        await AssertProblem(response, 408, "request-timeout");
        Assert.IsEmpty(site.Log.Errors);
    }

    [TestMethod]
    public async Task Half_an_answer_is_broken_off()
    {
        await using var site = await TestSite.StartAsync(routes => routes.MapGet("/", async (HttpResponse response) =>
        {
            await response.WriteAsync("half");
            await response.Body.FlushAsync();
            throw new InvalidOperationException("SECRET");
        }));

        await Assert.ThrowsExactlyAsync<HttpRequestException>(() => site.Client.GetStringAsync("/"));
        Assert.HasCount(1, site.Log.Errors);
    }

    private static async Task<HttpResponseMessage> AnswerOf(Problem problem)
    {
        await using var site = await TestSite.StartAsync(routes => routes.MapGet("/", () => problem));
        return await site.Client.GetAsync("/");
    }

    private static async Task AssertProblem(HttpResponseMessage response, int status, string code)
    {
        Assert.AreEqual(status, (int)response.StatusCode);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType?.ToString());
        Assert.Contains($"\"type\":\"urn:leadfilter:problem:{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
