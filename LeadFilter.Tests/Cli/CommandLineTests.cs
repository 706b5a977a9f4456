namespace LeadFilter.Tests.Cli;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    public async Task Help_lists_every_command_and_the_exit_codes()
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync("--help"));

        foreach (var word in (string[])["send", "check", "explain", "new", "standardize", "rejections", "dead-letters", "130 Ctrl-C"])
        {
            Assert.Contains(word, run.Output, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    [DataRow("send")]
    [DataRow("check")]
    [DataRow("explain")]
    [DataRow("new")]
    [DataRow("new", "campaign")]
    [DataRow("standardize")]
    [DataRow("rejections")]
    [DataRow("dead-letters")]
    [DataRow("dead-letters", "replay")]
    public async Task Help_of_a_command_shows_examples(params string[] command)
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync([.. command, "--help"]));

        Assert.Contains($"Examples:{Environment.NewLine}  leadfilter {string.Join(' ', command)}", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Version_is_that_of_the_product()
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync("--version"));

        Assert.MatchesRegex(@"^\d+\.\d+\.\d+\s*$", run.Output);
    }

    [TestMethod]
    public async Task Nothing_asked_is_wrong_usage_and_shows_the_help_as_a_message()
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync());

        Assert.AreEqual("", run.Output);
        Assert.Contains("rejections", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("'sned'", "sned")]
    [DataRow("--url", "send", "a.ndjson", "--url", "127.0.0.1")]
    [DataRow("--url", "send", "a.ndjson", "--url", "ftp://127.0.0.1")]
    [DataRow("--concurrency", "send", "a.ndjson", "--concurrency", "0")]
    [DataRow("--concurrency", "send", "a.ndjson", "--concurrency", "many")]
    [DataRow("--key", "send", "a.ndjson", "--key", "acme")]
    [DataRow("--vendor", "send", "a.ndjson", "--vendor", "A b")]
    [DataRow("--campaign", "send", "a.ndjson", "--campaign", "../x")]
    [DataRow("--outcome", "decisions", "solar", "--outcome", "error")]
    [DataRow("CAMPAIGN", "decisions", "../x")]
    [DataRow("--limit", "rejections", "--limit", "1001")]
    [DataRow("--from", "rejections", "--from", "yesterday")]
    [DataRow("--reason", "rejections", "--reason", "Too Old")]
    [DataRow("'letters'", "dead-letters", "list", "--queue", "letters")]
    public async Task Wrong_usage_exits_with_2_and_names_what_is_wrong(string named, params string[] arguments)
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync(arguments));

        Assert.StartsWith("leadfilter: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.AreEqual("", run.Output);
    }

    [TestMethod]
    [DataRow("there is no command 'sned'. Write 'send' if you meant that", "sned", "a.ndjson")]
    [DataRow("there is no command 'validate'. Write 'check' if you meant that", "validate")]
    [DataRow("there is no command 'dead-leters'. Write 'dead-letters' if you meant that", "dead-leters", "list")]
    [DataRow("there is no command 'xyz'. There are: send, check,", "xyz")]
    [DataRow("there is no command 'campain'. Write 'campaign' if you meant that", "new", "campain", "roofing")]
    [DataRow("there is no option '--vendr'. Write '--vendor' if you meant that", "rejections", "--vendr", "acme")]
    [DataRow("there is no option '--strickt'. Write '--strict' if you meant that", "check", "--strickt")]
    [DataRow("there is no option '--fakt'. Write '--fact' if you meant that", "explain", "--fakt", "a=b", "lead.json")]
    [DataRow("there is no option '--quite'. There are: ", "check", "--quite")]
    [DataRow("'solar' is one word too many", "caps", "solar")]
    public async Task A_word_that_is_mistyped_is_answered_with_the_one_that_is_meant(string told, params string[] arguments)
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync(arguments));

        Assert.Contains($"leadfilter: {told}", run.Error, StringComparison.Ordinal);
        Assert.HasCount(2, run.Error.Trim().Split('\n'), run.Error);
    }

    [TestMethod]
    public async Task A_file_may_be_called_like_an_option()
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("check", "--", "--strickt"));

        Assert.Contains("--strickt: there is no such file or folder", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("dotnet run --project LeadFilter.Cli -- check campaigns/solar.json", "check", "--help")]
    [DataRow("dotnet run --project LeadFilter.Cli -- check [<FILES>...] [options]", "check", "--help")]
    [DataRow("| dotnet run --project LeadFilter.Cli -- standardize --type phone", "standardize", "--help")]
    [DataRow("dotnet run --project LeadFilter.Cli -- new campaign roofing --folder /etc/leadfilter/campaigns", "new", "campaign", "--help")]
    [DataRow("Usage: dotnet run --project LeadFilter.Cli -- send --help", "send", "--concurrency", "0", "a.ndjson")]
    [DataRow("is it running (dotnet run --project LeadFilter.Cli -- serve)", "caps", "--admin-key", "a-key-of-the-staff", "--url", "http://127.0.0.1:9")]
    public async Task What_is_told_to_be_run_can_be_run_here(string told, params string[] arguments)
    {
        using var run = new CommandLineRun { Program = "dotnet run --project LeadFilter.Cli --" };

        await run.RunAsync(arguments);

        Assert.Contains(told, run.Output + run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_message_cannot_steer_the_terminal()
    {
        using var run = new CommandLineRun();

        await run.RunAsync("\u001b[2J");

        Assert.DoesNotContain('\u001b', run.Error);
    }
}
