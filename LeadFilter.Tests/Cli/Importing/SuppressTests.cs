using System.Text.Json;
using LeadFilter.Tests.Serving;
using LeadFilter.Tests.Suppression;

namespace LeadFilter.Tests.Cli.Importing;

/// <summary><c>leadfilter suppress</c> on the data folder of a filter that runs, and through its admin API.</summary>
[TestClass]
public sealed class SuppressTests : IAsyncDisposable
{
    private const string Customers =
        "E-Mail,Phone,Street Address,ZIP,Note\n"
        + "ann@example.com,(415) 234-1234,12 Main Street,94107,zzmarkzz\n"
        + ",,,,nothing\n"
        + "zzmarkzz,,,,\n"
        + "ben@example.com,,,,\n";

    private readonly FilterFolders folders = new(campaign: SuppressedCampaign.Json);
    private readonly TemporaryFolder files = new();
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
        files.Dispose();
    }

    [TestMethod]
    public async Task A_file_is_imported_beside_the_running_filter_and_counts_at_once()
    {
        var (code, output, error) = await RunAsync("import", files.Write("customers.csv", Customers), "--list", "customers");
        Assert.AreEqual(0, code, error);
        Assert.MatchesRegex(@"customers\s+4\s+0\s+0\s+2", output);
        Assert.AreEqual("line 3: no value: name the column with --by and --column\nline 4: no @", error.Trim().ReplaceLineEndings("\n").Split('\n').Order(StringComparer.Ordinal).Aggregate((a, b) => $"{a}\n{b}"));
        Assert.AreEqual("existing_customer", (await filter.Visitor.SendAsync("acme", new() { ["phone_1"] = "4152341234" })).Reasons.Single());
        Assert.AreEqual("existing_customer", (await filter.Visitor.SendAsync("acme", new() { ["email"] = "x@example.com", ["address_1"] = "12 main st", ["postal_code"] = "94107" })).Reasons.Single());
    }

    [TestMethod]
    public async Task A_file_that_is_imported_again_doubles_nothing()
    {
        var file = files.Write("customers.csv", Customers);
        await RunAsync("import", file, "--list", "customers");
        var (_, output, _) = await RunAsync("import", file, "--list", "customers", "--json");
        var told = JsonDocument.Parse(output).RootElement;
        Assert.AreEqual("0 4 2", $"{told.GetProperty("added")} {told.GetProperty("alreadyThere")} {told.GetProperty("invalid")}");
        var (_, counted, _) = await RunAsync("count", "--list", "customers", "--json");
        Assert.AreEqual("""[{"list":"customers","entries":4,"by":{"email":2,"phone":1,"address":1}}]""", counted.Trim());
    }

    [TestMethod]
    public async Task An_import_that_was_stopped_says_where_and_is_finished_by_running_it_again()
    {
        var people = string.Join('\n', Enumerable.Range(1, 3500).Select(at => $"p{at}@example.com"));
        var file = files.Write("people.txt", people);
        using var stop = new CancellationTokenSource();
        using var run = Command(() => new StoppingStream(people, stop));
        var code = await run.RunAsync(stop.Token, "suppress", "import", "-", "--list", "customers", "--by", "email", "--data", folders.Data);
        Assert.AreEqual(130, code);
        Assert.MatchesRegex("everything up to line [0-9,]+ is on the list. Run it again, or go on with --from-line [0-9]+", run.Error);

        await RunAsync("import", file, "--list", "customers", "--by", "email");
        var (_, counted, _) = await RunAsync("count", "--list", "customers", "--json");
        Assert.Contains("\"entries\":3500", counted, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_import_may_begin_at_a_line()
    {
        var file = files.Write("people.ndjson", "\"a@example.com\"\n{\"email\":\"b@example.com\"}\n{\"contact\":{\"x\":1},\"email\":\"c@example.com\"}\n{broken\n");
        var (_, output, error) = await RunAsync("import", file, "--list", "customers", "--from-line", "2");
        Assert.MatchesRegex(@"customers\s+2\s+0\s+0\s+1", output);
        Assert.AreEqual("line 4: not valid JSON", error.Trim());
    }

    [TestMethod]
    public async Task Hashes_of_a_column_are_imported_until_a_day()
    {
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("ann@example.com"u8));
        var file = files.Write("hashes.csv", $"id;hash\n1;{hash}\n2;zz\n");
        var (code, output, error) = await RunAsync("import", file, "--list", "customers", "--by", "email", "--column", "hash", "--hashed", "sha256", "--expires", "365d");
        Assert.AreEqual(0, code, error);
        Assert.MatchesRegex(@"customers\s+1\s+0\s+0\s+1", output);
        Assert.AreEqual("line 3: no sha256: not 64 hex digits", error.Trim());
        Assert.AreEqual("existing_customer", (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Reasons.Single());
    }

    [TestMethod]
    public async Task The_admin_API_does_the_same()
    {
        var file = files.Write("customers.csv", Customers);
        string[] remote = ["--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey];
        var (code, output, error) = await RunAsync(["import", file, "--list", "customers", "--expires", "2099-01-01", .. remote]);
        Assert.AreEqual(0, code, error);
        Assert.MatchesRegex(@"customers\s+4\s+0\s+0\s+2", output);
        Assert.Contains("line 4: no @", error, StringComparison.Ordinal);
        var (_, removed, _) = await RunAsync(["remove", "--list", "customers", "ben@example.com", "carl@example.com", .. remote]);
        Assert.AreEqual("removed: 1, not there: 1, invalid: 0", removed.Trim());
        var (_, counted, _) = await RunAsync(["lists", "--json", .. remote]);
        Assert.AreEqual("""[{"list":"customers","entries":3,"by":{"email":1,"phone":1,"address":1}}]""", counted.Trim());
    }

    [TestMethod]
    public async Task Single_values_are_added_and_removed_by_what_they_look_like()
    {
        var (_, added, _) = await RunAsync("add", "--list", "competitors", "rival.com", "x@example.com", "4152341234", "12 Main St, 94107");
        Assert.AreEqual("added: 4, renewed: 0, already there: 0, invalid: 0", added.Trim());
        var (_, counted, _) = await RunAsync("count", "--list", "competitors", "--json");
        Assert.AreEqual("""[{"list":"competitors","entries":4,"by":{"email":1,"phone":1,"address":1,"domain":1}}]""", counted.Trim());
        Assert.AreEqual("competitor", (await filter.Visitor.SendAsync("acme", new() { ["email"] = "ann@mail.rival.com" })).Reasons.Single());
        var (code, removed, _) = await RunAsync("remove", "--list", "competitors", "www.rival.com");
        Assert.AreEqual("0 removed: 1, not there: 0, invalid: 0", $"{code} {removed.Trim()}");
        (code, removed, _) = await RunAsync("remove", "--list", "competitors", "www.rival.com");
        Assert.AreEqual("1 removed: 0, not there: 1, invalid: 0", $"{code} {removed.Trim()}");
    }

    [TestMethod]
    public async Task Values_may_come_from_the_standard_input()
    {
        using var run = Command(CommandLineRun.Text("ann@example.com\n\nben@example.com\n"));
        Assert.AreEqual(0, await run.RunAsync("suppress", "add", "--list", "customers", "--data", folders.Data), run.Error);
        Assert.AreEqual("added: 2, renewed: 0, already there: 0, invalid: 0", run.Output.Trim());
    }

    [TestMethod]
    [DataRow(2, "--list: a name is", "add", "--list", "My list", "a@b.co")]
    [DataRow(2, "--expires: give", "add", "--list", "a", "--expires", "soon", "a@b.co")]
    [DataRow(2, "--hashed needs --by", "add", "--list", "a", "--hashed", "md5", "a@b.co")]
    [DataRow(2, "--column needs --by", "import", "people.csv", "--list", "a", "--column", "x")]
    [DataRow(2, "--from-line: give a number from 1", "import", "people.csv", "--list", "a", "--from-line", "0")]
    [DataRow(2, "missing.csv", "import", "missing.csv", "--list", "a")]
    [DataRow(2, "line 1: no @", "add", "--list", "a", "--by", "email", "nobody")]
    [DataRow(1, "there is no list 'a'", "count", "--list", "a")]
    [DataRow(2, "the filter does not take this admin key", "lists", "--admin-key", "wrong", "--url", "FILTER")]
    [DataRow(3, "no filter answers", "lists", "--admin-key", "key", "--url", "http://127.0.0.1:9")]
    public async Task A_command_that_cannot_be_done_says_why(int code, string told, params string[] arguments)
    {
        var (got, _, error) = await RunAsync([.. arguments.Select(one => one == "FILTER" ? filter.Host.Address.ToString() : one)]);
        Assert.AreEqual(code, got, error);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_folder_without_data_and_another_secret_are_refused()
    {
        using var elsewhere = Command();
        Assert.AreEqual(2, await elsewhere.RunAsync("suppress", "lists", "--data", files.Path));
        Assert.Contains("There is no data in", elsewhere.Error, StringComparison.Ordinal);
        using var other = Command(variables: new() { ["LEADFILTER_IDENTITY_SECRET"] = new string('x', 40) });
        Assert.AreEqual(2, await other.RunAsync("suppress", "lists", "--data", folders.Data));
        Assert.Contains("This is not the secret of keyed hashes with which the filter of this folder runs. Set LEADFILTER_IDENTITY_SECRET", other.Error, StringComparison.Ordinal);
    }

    private static CommandLineRun Command(Func<Stream>? input = null, Dictionary<string, string>? variables = null) =>
        new() { OpenInput = input ?? (() => Stream.Null), Variables = variables ?? [] };

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var run = Command();
        var code = await run.RunAsync(["suppress", .. arguments, "--data", folders.Data]);
        return (code, run.Output, run.Error);
    }
}
