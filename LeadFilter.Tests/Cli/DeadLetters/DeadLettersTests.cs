using LeadFilter.Cli.Commands.DeadLetters;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Cli.DeadLetters;

[TestClass]
public sealed class DeadLettersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public async Task The_list_shows_which_message_died_when_and_why()
    {
        var letters = new ListedDeadLetters()
            .Add("lead-1/attempt-5", properties: [("campaign", "solar"), ("vendor", "acme"), ("attempt", "5")])
            .Add("record", QueueNames.Records);
        using var run = Run(letters);

        Assert.AreEqual(0, await run.RunAsync("dead-letters", "list", "--data", folder.Path), run.Error);

        Assert.MatchesRegex(
            @"lead-1/attempt-5\s+2026-11-22 17:00:00\s+solar\s+acme\s+5\s+crm_refused\s+The CRM answered 422",
            run.Output);
        Assert.DoesNotContain("record", run.Output, StringComparison.Ordinal);
        Assert.IsTrue(letters.Closed);
    }

    [TestMethod]
    public async Task The_list_as_Json_is_one_object_a_line()
    {
        using var run = Run(new ListedDeadLetters().Add("a", QueueNames.Records));

        Assert.AreEqual(0, await run.RunAsync("dead-letters", "list", "--json", "--queue", "records", "--data", folder.Path));

        Assert.AreEqual(
            """
            {"id":"a","queue":"records","diedAt":"2026-11-22T18:00:00+01:00","campaign":null,"vendor":null,"attempts":3,"reason":"crm_refused","description":"The CRM answered 422"}
            """,
            run.Output.TrimEnd());
    }

    [TestMethod]
    public async Task Replay_puts_the_named_ones_back()
    {
        var letters = new ListedDeadLetters().Add("a").Add("b").Add("c");
        using var run = Run(letters);

        Assert.AreEqual(0, await run.RunAsync("dead-letters", "replay", "c", "a", "a", "--data", folder.Path));

        CollectionAssert.AreEqual((string[])["c", "a"], letters.Replayed);
        Assert.AreEqual("replayed: 2", run.Output.Trim());
    }

    [TestMethod]
    public async Task Replay_of_an_unknown_id_exits_with_1_and_does_the_others()
    {
        var letters = new ListedDeadLetters().Add("a");
        using var run = Run(letters);

        Assert.AreEqual(1, await run.RunAsync("dead-letters", "replay", "x", "a", "--json", "--data", folder.Path));

        Assert.AreEqual("""{"replayed":["a"],"unknown":["x"]}""", run.Output.Trim());
        Assert.Contains("no dead letter x in leads", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Replay_all_takes_the_whole_queue_and_no_other()
    {
        var letters = new ListedDeadLetters().Add("a").Add("b").Add("r", QueueNames.Records);
        using var run = Run(letters);

        Assert.AreEqual(0, await run.RunAsync("dead-letters", "replay", "--all", "--data", folder.Path));

        CollectionAssert.AreEqual((string[])["a", "b"], letters.Replayed);
        Assert.AreEqual("r", letters.Dead.Single().MessageId);
    }

    [TestMethod]
    [DataRow("y\n", 0, 0)]
    [DataRow("YES\n", 0, 0)]
    [DataRow("n\n", 1, 2)]
    [DataRow("\n", 1, 2)]
    [DataRow("", 1, 2)]
    public async Task Drop_asks_somebody_who_is_there(string answer, int code, int left)
    {
        var letters = new ListedDeadLetters().Add("a").Add("b");
        using var run = new CommandLineRun
        {
            OpenDeadLetters = letters.Open,
            InputRedirected = false,
            OpenInput = CommandLineRun.Text(answer),
        };

        Assert.AreEqual(code, await run.RunAsync("dead-letters", "drop", "--all", "--data", folder.Path));

        Assert.HasCount(left, letters.Dead);
        Assert.Contains("Delete 2 dead letters for good? [y/N]", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Drop_without_yes_deletes_nothing_where_nobody_can_be_asked()
    {
        var letters = new ListedDeadLetters().Add("a");
        using var run = Run(letters);

        Assert.AreEqual(2, await run.RunAsync("dead-letters", "drop", "a", "--data", folder.Path));

        Assert.HasCount(1, letters.Dead);
        Assert.Contains("--yes", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Drop_with_yes_does_not_ask()
    {
        var letters = new ListedDeadLetters().Add("a").Add("b");
        using var run = Run(letters);

        Assert.AreEqual(0, await run.RunAsync("dead-letters", "drop", "a", "--yes", "--data", folder.Path));

        Assert.AreEqual("b", letters.Dead.Single().MessageId);
        Assert.AreEqual("", run.Error);
    }

    [TestMethod]
    [DataRow("replay")]
    [DataRow("drop", "--yes")]
    [DataRow("replay", "a", "--all")]
    public async Task Either_ids_or_all_must_be_given(params string[] arguments)
    {
        using var run = Run(new ListedDeadLetters().Add("a"));

        Assert.AreEqual(2, await run.RunAsync(["dead-letters", .. arguments, "--data", folder.Path]));

        Assert.Contains("either ids", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_folder_that_is_not_there_is_named_and_not_made()
    {
        var missing = Path.Combine(folder.Path, "missing");
        using var run = new CommandLineRun { OpenDeadLetters = (_, _) => throw new AssertFailedException("It is opened.") };

        Assert.AreEqual(2, await run.RunAsync("dead-letters", "list", "--data", missing));

        Assert.Contains($"{missing} holds no data of a filter", run.Error, StringComparison.Ordinal);
        Assert.IsFalse(Directory.Exists(missing));
    }

    [TestMethod]
    public async Task A_folder_without_data_is_named()
    {
        using var run = new CommandLineRun { OpenDeadLetters = (_, _) => ValueTask.FromResult<DeadLettersSession?>(null) };

        Assert.AreEqual(2, await run.RunAsync("dead-letters", "list", "--data", folder.Path));

        Assert.Contains("holds no data of a filter", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_store_that_cannot_be_read_is_said_plainly()
    {
        using var run = new CommandLineRun { OpenDeadLetters = (_, _) => throw new StoreUnavailableException("The database is locked") };

        Assert.AreEqual(3, await run.RunAsync("dead-letters", "list", "--data", folder.Path));

        Assert.AreEqual("leadfilter: The database is locked", run.Error.Trim());
    }

    private static CommandLineRun Run(ListedDeadLetters letters) => new() { OpenDeadLetters = letters.Open };
}
