using System.Text.Json;

namespace LeadFilter.Tests.Cli.Sending;

[TestClass]
public sealed class SendCheckTests
{
    [TestMethod]
    public async Task A_check_passes_when_every_answer_is_as_expected()
    {
        var (code, run) = await CheckAsync(
            """
            {"_vendor":"acme","_expect":"too_old","answer":"too_old"}
            {"_vendor":"acme","_expect":"accept","answer":"accept"}
            {"_vendor":"acme","answer":"duplicate"}
            """);

        Assert.AreEqual(0, code);
        Assert.Contains("check passed: 2 leads compared, none differs", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_check_fails_and_lists_what_differs_by_line()
    {
        var (code, run) = await CheckAsync(
            """
            {"_vendor":"acme","_expect":"accept","answer":"too_old"}
            {"_vendor":"acme","_expect":"accept","answer":"accept"}

            {"_vendor":"bright","_expect":"second","answer":"duplicate"}
            """);

        Assert.AreEqual(1, code);
        Assert.Contains(
            $"""
            line 1: acme: expected accept, got too_old, lead {StubAnswer.Lead}
            line 4: bright: expected second, got duplicate, lead {StubAnswer.Lead}
            check failed: 3 leads compared, 2 differ
            """,
            run.Output,
            StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_lead_without_a_decision_fails_the_check_whatever_is_expected()
    {
        var (code, run) = await CheckAsync(
            """
            {"_vendor":"acme","_expect":"accept","answer":"accept"}
            {"_vendor":"acme","answer":"400"}
            """);

        Assert.AreEqual(1, code);
        Assert.Contains("line 2: acme: expected a decision, got http_400, lead none", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Fifty_differences_are_listed_and_the_rest_is_counted()
    {
        var lines = string.Join('\n', Enumerable.Repeat("""{"_vendor":"acme","_expect":"accept","answer":"too_old"}""", 53));

        var (code, run) = await CheckAsync(lines);

        Assert.AreEqual(1, code);
        Assert.HasCount(50, run.Output.Split('\n').Where(line => line.StartsWith("line ", StringComparison.Ordinal)));
        Assert.Contains("and 3 more", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_check_that_compares_nothing_is_wrong_usage()
    {
        var (code, run) = await CheckAsync("""{"_vendor":"acme","answer":"accept"}""");

        Assert.AreEqual(2, code);
        Assert.Contains("no line says _expect", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Json_holds_the_check()
    {
        var (code, run) = await CheckAsync("""{"_vendor":"acme","_expect":"accept","answer":"too_old"}""", "--json");

        Assert.AreEqual(1, code);
        using var json = JsonDocument.Parse(run.Output);
        Assert.AreEqual(
            $$"""{"compared":1,"differing":1,"differences":[{"line":1,"vendor":"acme","expected":"accept","got":"too_old","lead":"{{StubAnswer.Lead}}"}]}""",
            json.RootElement.GetProperty("check").GetRawText());
    }

    private static async Task<(int Code, CommandLineRun Run)> CheckAsync(string lines, params string[] more)
    {
        await using var filter = await FilterStub.StartAsync(request =>
        {
            using var json = JsonDocument.Parse(request.Body);
            return json.RootElement.GetProperty("answer").GetString() switch
            {
                "accept" => StubAnswer.Success(),
                "400" => StubAnswer.Problem(400, "Bad", "Body"),
                var code => StubAnswer.Failure(code!),
            };
        });
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(lines) };
        return (await run.RunAsync(["send", "-", "--check", "--url", $"{filter.Url}", .. more]), run);
    }
}
