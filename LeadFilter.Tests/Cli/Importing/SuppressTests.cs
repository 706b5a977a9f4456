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
    public async Task A_file_in_Windows1252_matches_and_the_user_is_told()
    {
        var file = Path.Combine(files.Path, "homes.csv");
        await File.WriteAllBytesAsync(file, [.. "Street Address,City,State,Zip\r\n34 Calle Se"u8, 0xF1, .. "or,Mesa,AZ,85201\r\n"u8]);
        var (code, _, error) = await RunAsync("import", file, "--list", "customers");
        Assert.AreEqual(0, code, error);
        Assert.Contains("homes.csv: read as Windows-1252", error, StringComparison.Ordinal);
        var (_, removed, _) = await RunAsync("remove", "--list", "customers", "34 Calle Señor, 85201");
        Assert.AreEqual("removed: 1, not there: 0, invalid: 0", removed.Trim());
    }

    [TestMethod]
    [DataRow("email,phone,\na@example.com,6022349876,outlook.com\n", "email 1 phone 1", DisplayName = "notes without a name")]
    [DataRow(",email,phone\n0,a@example.com,6022349876\n", "email 1 phone 1", DisplayName = "an index")]
    [DataRow(" ,email\nb@example.com,a@example.com\n", "email 1", DisplayName = "a name of blanks")]
    public async Task Only_columns_with_a_name_hold_values(string text, string expected)
    {
        var (code, output, error) = await RunAsync("import", files.Write("people.csv", text), "--list", "customers");
        Assert.AreEqual("0 ", $"{code} {error}");
        Assert.MatchesRegex(@"customers\s+\d+\s+0\s+0\s+0", output);
        Assert.AreEqual(expected, await CountedAsync());
    }

    [TestMethod]
    public async Task A_key_without_a_name_holds_no_value()
    {
        await RunAsync("import", files.Write("people.ndjson", "{\"email\":\"a@example.com\",\"\":\"outlook.com\"}\n"), "--list", "customers");
        Assert.AreEqual("email 1", await CountedAsync());
    }

    [TestMethod]
    [DataRow("Name,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value\nAnn,* ,a@example.com,b@example.com,Mobile,602-234-9876 ::: 602-234-9877\n", "email 2 phone 2", DisplayName = "Google")]
    [DataRow("E-mail Address,E-mail 2 Address,Business Phone,Home Phone 2,E-mail Type\na@example.com,b@example.com,6022349876,6022349877,SMTP\n", "email 2 phone 2", DisplayName = "Outlook")]
    [DataRow("Customers 2026\n\nemail,phone\na@example.com,6022349876\n", "email 1 phone 1", DisplayName = "a title")]
    [DataRow("email,phone\na@example.com;b@example.com,6022349876 / 6022349877\n", "email 2 phone 2", DisplayName = "several in a cell")]
    [DataRow("Area Code,Phone Number\n602,2349876\n602,602-234-9877\n", "phone 2", DisplayName = "an area code of its own")]
    [DataRow("602,2349876\n602,2349877\n", "phone 2", DisplayName = "the do-not-call list's file called .csv")]
    public async Task Address_books_and_reports_are_read_as_they_are(string text, string expected)
    {
        var (code, _, error) = await RunAsync("import", files.Write("people.csv", text), "--list", "customers");
        Assert.AreEqual("0 ", $"{code} {error}");
        Assert.AreEqual(expected, await CountedAsync());
    }

    [TestMethod]
    public async Task The_flat_file_of_the_national_do_not_call_list_is_read_and_taken_back()
    {
        var (code, _, error) = await RunAsync("import", files.Write("2026-11-30_602.txt", "602,2349876\r\n602,2349877\r\n"), "--list", "dnc");
        Assert.AreEqual("0 ", $"{code} {error}");
        var (_, removed, _) = await RunAsync("remove", "--list", "dnc", "602,2349876");
        Assert.AreEqual("removed: 1, not there: 0, invalid: 0", removed.Trim());
        (_, removed, _) = await RunAsync("remove", "--list", "dnc", "6022349877");
        Assert.AreEqual("removed: 1, not there: 0, invalid: 0", removed.Trim());
    }

    [TestMethod]
    public async Task Two_numbers_in_a_cell_that_cannot_be_told_apart_are_one_invalid_line()
    {
        var (_, output, error) = await RunAsync("import", files.Write("people.csv", "phone,email\n6022349876 6022349877,a@example.com\n"), "--list", "customers");
        Assert.MatchesRegex(@"customers\s+1\s+0\s+0\s+1", output);
        Assert.StartsWith("line 2: ", error, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("Customers\n1,2\n", "no column tells what it holds: the header must be the first row, or name the column with --by and --column")]
    [DataRow("ann@example.com\nben@example.com\n", "no column tells what it holds: the header must be the first row, or name the column with --by and --column")]
    public async Task A_file_without_a_header_is_refused_as_a_whole(string text, string told)
    {
        var (code, _, error) = await RunAsync("import", files.Write("people.csv", text), "--list", "customers");
        Assert.AreEqual(2, code);
        Assert.EndsWith($"people.csv: {told}", error.Trim(), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_column_that_is_not_there_is_named()
    {
        var (code, _, error) = await RunAsync("import", files.Write("people.csv", "hash\nx\n"), "--list", "customers", "--by", "email", "--column", "hashes");
        Assert.AreEqual(2, code);
        Assert.EndsWith("the header has no column 'hashes'", error.Trim(), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_line_of_the_standard_input_that_cannot_be_read_is_named()
    {
        using var run = Command(() => new MemoryStream([.. "a@example.com\nren"u8, 0x81, .. "@example.com\n"u8]));
        Assert.AreEqual(2, await run.RunAsync("suppress", "add", "--list", "customers", "--data", folders.Data));
        Assert.AreEqual("line 2: not UTF-8; save the file as UTF-8", run.Error.Trim());
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

    private async Task<string> CountedAsync()
    {
        var (_, counted, _) = await RunAsync("count", "--list", "customers", "--json");
        return string.Join(' ', JsonElement.Parse(counted)[0].GetProperty("by").EnumerateObject().Select(static one => $"{one.Name} {one.Value}"));
    }
}
