namespace LeadFilter.Tests.Cli.Sending;

[TestClass]
public sealed class SendAgainTests
{
    private const string OneLead = """{"_vendor":"acme","_expect":"accept","n":1}""";

    [TestMethod]
    [DataRow("7", 7_000, 7_000)]
    [DataRow("0", 0, 0)]
    [DataRow("3600", 60_000, 60_000)]
    [DataRow(null, 500, 1_000)]
    public async Task A_lead_is_sent_again_when_the_filter_says_so(string? retryAfter, int first, int second)
    {
        var calls = 0;
        await using var filter = await FilterStub.StartAsync(
            _ => Interlocked.Increment(ref calls) < 3 ? StubAnswer.Error(retryAfter) : StubAnswer.Success());
        var time = new ImpatientTime();
        using var run = Run(time);

        Assert.AreEqual(0, await run.RunAsync("send", "-", "--url", $"{filter.Url}"));

        CollectionAssert.AreEqual(
            first is 0 ? (TimeSpan[])[] : [TimeSpan.FromMilliseconds(first), TimeSpan.FromMilliseconds(second)],
            time.Waits.ToArray());
        Assert.HasCount(1, filter.Requests.Select(one => one.Body).Distinct());
        Assert.Contains("2 sent again", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task After_three_repetitions_a_lead_counts_as_an_error()
    {
        await using var filter = await FilterStub.StartAsync(_ => StubAnswer.Error("1"));
        using var run = Run(new ImpatientTime());

        Assert.AreEqual(1, await run.RunAsync("send", "-", "--url", $"{filter.Url}"));

        Assert.HasCount(4, filter.Requests);
        Assert.MatchesRegex(@"acme\s+error\s+error\s+1\s", run.Output);
        Assert.Contains("error: The queue is down", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_broken_connection_is_tried_again()
    {
        var calls = 0;
        await using var filter = await FilterStub.StartAsync(
            _ => Interlocked.Increment(ref calls) < 3 ? StubAnswer.Reset : StubAnswer.Success());
        using var run = Run(new ImpatientTime());

        Assert.AreEqual(0, await run.RunAsync("send", "-", "--url", $"{filter.Url}", "--check"));

        Assert.Contains("2 sent again", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(429, "http_429", 4)]
    [DataRow(500, "http_500", 4)]
    [DataRow(422, "http_422", 1)]
    [DataRow(307, "http_307", 1)]
    public async Task Only_answers_that_may_change_are_asked_for_again(int status, string code, int requests)
    {
        await using var filter = await FilterStub.StartAsync(_ => StubAnswer.Problem(status, "No", "Sorry"));
        using var run = Run(new ImpatientTime());

        Assert.AreEqual(1, await run.RunAsync("send", "-", "--url", $"{filter.Url}"));

        Assert.HasCount(requests, filter.Requests);
        Assert.MatchesRegex($@"acme\s+\w+\s+{code}\s+1\s", run.Output);
    }

    [TestMethod]
    public async Task Where_nobody_answers_the_sending_ends_with_3()
    {
        Uri url;
        await using (var filter = await FilterStub.StartAsync())
        {
            url = filter.Url;
        }

        using var run = new CommandLineRun
        {
            Time = new ImpatientTime(),
            OpenInput = CommandLineRun.Text(string.Join('\n', Enumerable.Repeat(OneLead, 500))),
        };

        Assert.AreEqual(3, await run.RunAsync("send", "-", "--url", $"{url}", "--concurrency", "2"));

        Assert.Contains($"no filter answers at {url}", run.Error, StringComparison.Ordinal);
        Assert.MatchesRegex(@"(?m)^[12] leads? in", run.Output);
    }

    [TestMethod]
    public async Task A_filter_that_goes_away_is_given_up_after_as_many_leads_as_are_sent_at_once()
    {
        var calls = 0;
        await using var filter = await FilterStub.StartAsync(
            _ => Interlocked.Increment(ref calls) <= 10 ? StubAnswer.Success() : StubAnswer.Reset);
        using var run = new CommandLineRun
        {
            Time = new ImpatientTime(),
            OpenInput = CommandLineRun.Text(string.Join('\n', Enumerable.Repeat(OneLead, 500))),
        };

        Assert.AreEqual(3, await run.RunAsync("send", "-", "--url", $"{filter.Url}", "--concurrency", "3"));

        Assert.MatchesRegex(@"acme\s+success\s+10\s", run.Output);
        Assert.MatchesRegex(@"acme\s+error\s+unreachable\s+[345]\s", run.Output);
    }

    private static CommandLineRun Run(TimeProvider time) => new() { Time = time, OpenInput = CommandLineRun.Text(OneLead) };
}
