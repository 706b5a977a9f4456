namespace LeadFilter.Tests.Cli.Status;

[TestClass]
public sealed class HealthTests
{
    [TestMethod]
    [DataRow(200, """{"status":"ready"}""", 0, "ready")]
    [DataRow(200, """{"status":"degraded"}""", 0, "degraded")]
    [DataRow(503, """{"status":"unavailable"}""", 1, "unavailable")]
    public async Task The_exit_code_says_what_the_word_says(int status, string body, int code, string word) =>
        Assert.AreEqual((code, word, ""), await RunAsync(status, body));

    [TestMethod]
    [DataRow(0, "")]
    [DataRow(200, "<html>")]
    [DataRow(200, """{"up":true}""")]
    public async Task What_is_no_filter_ends_with_3(int status, string body) => Assert.AreEqual(3, (await RunAsync(status, body)).Code);

    [TestMethod]
    [DataRow("/api/health/ready")]
    [DataRow("/api/health/live", "--live")]
    public async Task No_key_is_sent(string path, params string[] options)
    {
        await using var filter = await FilterStub.StartAsync(_ => new StubAnswer(200, """{"status":"live"}"""));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["health", "--url", $"{filter.Url}", .. options]));

        var request = filter.Requests.Single();
        Assert.AreEqual((path, ""), (request.Path, request.Authorization));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(int status, string body)
    {
        await using var filter = await FilterStub.StartAsync(_ => status is 0 ? StubAnswer.Reset : new StubAnswer(status, body));
        using var run = new CommandLineRun();
        var code = await run.RunAsync(["health", "--url", $"{filter.Url}"]);
        return (code, run.Output.Trim(), code == 3 ? "" : run.Error);
    }
}
