using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeadFilter.Tests.Cli;
using LeadFilter.Tests.Clocks;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// G9 in the raw bytes of the data folder: a backlog of leads is delivered, and then no file of the folder, the log of the database
/// included, holds anything by which one of them could be reached.
/// </summary>
[TestClass]
[TestCategory("Faults")]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class PersonalDataInFilesTests
{
    private const int LeadsEachRound = 30;

    /// <summary>Every so manieth lead is refused, and stays among the dead letters.</summary>
    private const int Refused = 10;

    private const int Haste = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<Dictionary<string, string>> sent = [];
    private readonly Dictionary<string, Dictionary<string, string>> bought = [];
    private Random random = new();

    public TestContext TestContext { get; set; } = null!;

    private static int Leads => LeadsEachRound * FaultSettings.Rounds;

    [TestMethod]
    public async Task G9_After_a_backlog_was_delivered_nothing_of_it_is_left_in_any_file_not_in_the_log_and_not_after_a_restart()
    {
        random = FaultSettings.Random(TestContext);
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Fail);
        using var folders = new FilterFolders(crm.Address);
        var clock = new HastyClock(Haste);
        await using (var filter = await FilterUnderTest.StartAsync(folders, clock))
        {
            await SendAsync(filter.Visitor, Leads);
            var text = ReadAll(folders.Data);
            Assert.IsEmpty(sent.Where(lead => !IsFound(lead, text)), "the search does not find what is there");

            crm.Behave((key, _) => IsRefused(key) ? Mood.Refuse : Mood.Take);
            await filter.DeliveredAsync();
            await Eventually.HoldsAsync(() => Task.FromResult(!AnyDeliveredFound(folders.Data)), "delivered leads are in the files", Patience);
        }

        AssertOnlyDeadLettersLeft(folders.Data);
        await using (var next = await FilterUnderTest.StartAsync(folders, clock))
        {
            AssertOnlyDeadLettersLeft(folders.Data);
        }

        AssertOnlyDeadLettersLeft(folders.Data);
    }

    [TestMethod]
    public async Task G9_A_filter_that_was_killed_after_the_delivery_leaves_nothing_of_it_behind_its_next_end()
    {
        random = FaultSettings.Random(TestContext);
        await using var crm = await MoodyCrm.StartAsync((key, _) => IsRefused(key) ? Mood.Refuse : Mood.Take);
        using var folders = new FilterFolders(crm.Address);
        await using (var serve = await ServeProcess.StartAsync(folders))
        {
            await SendAsync(serve.Visitor, Leads);
            await Eventually.HoldsAsync(() => Task.FromResult(crm.Calls.Count == Leads), "leads are not delivered", Patience);
            await serve.KillAsync();
        }

        Assert.IsTrue(AnyDeliveredFound(folders.Data), "the log of a killed filter holds nothing: this test shows nothing");
        await using (var next = await ServeProcess.StartAsync(folders))
        {
            await Eventually.HoldsAsync(
                () => Task.FromResult(Checking.StoredHistory.CountMoving(Path.Combine(folders.Data, "leadfilter.db")) == 0), "leads are left", Patience);
            Assert.AreEqual(0, await next.TerminateAsync());
        }

        AssertOnlyDeadLettersLeft(folders.Data);
    }

    [TestMethod]
    public async Task G9_After_an_erasure_beside_a_running_filter_nothing_of_the_person_is_left_in_any_file()
    {
        random = FaultSettings.Random(TestContext);
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Refuse);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders, new HastyClock(Haste));
        await SendAsync(filter.Visitor, LeadsEachRound);
        await filter.DeliveredAsync();
        var (zoe, ann) = (sent[0], sent[1]);
        using var erase = new CommandLineRun { OpenInput = CommandLineRun.Text($"{zoe["email"]}\n{zoe["phone_1"]}") };

        Assert.AreEqual(0, await erase.RunAsync("erase", "--yes", "--data", folders.Data, "--campaigns", folders.Campaigns), erase.Error);

        await Eventually.HoldsAsync(() => Task.FromResult(!IsFound(zoe, ReadAll(folders.Data))), "the person is in the files", Patience);
        Assert.IsTrue(IsFound(ann, ReadAll(folders.Data)), "somebody else's dead letter is gone");
    }

    private static bool IsRefused(string key) => int.Parse(key.AsSpan(key.Length - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Refused == 0;

    /// <summary>
    /// Every byte of every file. Another process reads them: closing a handle of the database in this one would end the locks that
    /// SQLite has on it.
    /// </summary>
    private static string ReadAll(string folder)
    {
        using var reading = Process.Start(new ProcessStartInfo("sh", ["-c", "find . -type f -exec cat {} +"])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.Latin1,
        })!;
        return reading.StandardOutput.ReadToEnd();
    }

    /// <summary>By what a person could be reached. A part of it is enough.</summary>
    private static bool IsFound(Dictionary<string, string> lead, string text) =>
        text.Contains(lead["email"].Split('@')[0], StringComparison.Ordinal)
        || text.Contains(lead["phone_1"], StringComparison.Ordinal)
        || text.Contains(lead["last_name"], StringComparison.Ordinal);

    private async Task SendAsync(FilterVisitor visitor, int count)
    {
        for (var number = 0; number < count; number++)
        {
            sent.Add(new()
            {
                ["email"] = $"zyx{random.Next(100_000_000, 999_999_999)}n{number}@example.com",
                ["phone_1"] = $"415{2_000_000 + (number * 61)}",
                ["last_name"] = $"Qzy{random.Next(100_000_000, 999_999_999)}n{number}",
                ["state"] = "CA",
                ["comments"] = new string('c', random.Next(random.Next(8) == 0 ? 6_000 : 1_000)),
            });
        }

        var answers = await visitor.SendAllAsync(sent.Select(lead => ("acme", lead)));
        for (var number = 0; number < count; number++)
        {
            Assert.AreEqual("success", answers[number].Outcome, answers[number].Body);
            bought.Add(answers[number].Lead, sent[number]);
        }
    }

    private bool AnyDeliveredFound(string folder)
    {
        var text = ReadAll(folder);
        return bought.Any(lead => !IsRefused(lead.Key) && IsFound(lead.Value, text));
    }

    private void AssertOnlyDeadLettersLeft(string folder)
    {
        var text = ReadAll(folder);
        Assert.IsEmpty(bought.Where(lead => !IsRefused(lead.Key) && IsFound(lead.Value, text)), "delivered, and in the files");
        Assert.IsEmpty(bought.Where(lead => IsRefused(lead.Key) && !IsFound(lead.Value, text)), "a dead letter is gone");
    }
}
