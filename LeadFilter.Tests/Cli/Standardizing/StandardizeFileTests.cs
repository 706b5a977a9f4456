using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LeadFilter.Tests.Cli.Standardizing;

[TestClass]
public sealed class StandardizeFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public async Task Valid_values_become_canonical_and_all_else_is_copied()
    {
        var clean = await CleanAsync(
            "in.csv",
            "\uFEFFFirst Name;\"E-Mail\";Phone;notes;ZIP\r\n Ann ;\"BOB@x.com \";(415) 555-0132; =1+1 ;2139\r\n\r\n;x;12;\"a;\"\"b\"\"\";94107");

        Assert.AreEqual(
            "\uFEFFFirst Name;\"E-Mail\";Phone;notes;ZIP\r\nAnn;\"bob@x.com\";+14155550132;' =1+1 ;02139\r\n\r\n;x;12;\"a;\"\"b\"\"\";94107",
            clean);
    }

    [TestMethod]
    [DataRow("phone_1")]
    [DataRow("PHONE-1")]
    [DataRow(" Phone  Number ")]
    [DataRow("Telephone")]
    [DataRow("mobile")]
    public async Task A_column_is_known_by_its_name(string name) =>
        Assert.AreEqual($"{name}\n+14155550132\n", await CleanAsync("in.csv", $"{name}\n(415) 555-0132\n"));

    [TestMethod]
    public async Task A_mapping_names_the_field_of_a_column_or_leaves_it_alone() =>
        Assert.AreEqual(
            "Best number,State,city\n+14155550132,california,Fresno\n",
            await CleanAsync("in.csv", "Best number,State,city\n415-555-0132,california, Fresno\n", "--map", "best NUMBER=phone_1", "--map", "State="));

    [TestMethod]
    public async Task Region_and_order_of_dates_hold_for_all_columns() => Assert.AreEqual(
        "phone,Born,dob\n+442079460958,1985-04-03,1985-12-31\n",
        await CleanAsync("in.csv", "phone,Born,dob\n020 7946 0958,3/4/1985,31.12.85\n", "--map", "Born=dob", "--region", "GB", "--dates", "eu"));

    [TestMethod]
    public async Task A_mended_value_that_holds_the_delimiter_is_put_in_quotes() =>
        Assert.AreEqual("email|comments\na@b.com|\"x|y\"\n", await CleanAsync("in.csv", "email|comments\na@b.com|\" x|y\"\n"));

    [TestMethod]
    public async Task Counts_tell_what_was_mended_and_why_values_are_invalid()
    {
        using var run = await RunAsync("in.csv", "phone,x\n(415) 555-0132,1\n+14155550133,1\n,1\n12,1\n13,1\n1,1\n4155550134,\n", "--json");

        var report = JsonElement.Parse(run.Output);
        var column = report.GetProperty("columns").EnumerateArray().Single();
        Assert.AreEqual(7, report.GetProperty("rows").GetInt64());
        Assert.AreEqual("phone_1", column.GetProperty("field").GetString());
        CollectionAssert.AreEqual(
            (long[])[7, 1, 2, 1, 3],
            ((string[])["rows", "unchanged", "mended", "blank", "invalid"]).Select(name => column.GetProperty(name).GetInt64()).ToArray());
        Assert.AreEqual(3, column.GetProperty("reasons").EnumerateArray().Sum(reason => reason.GetProperty("count").GetInt64()));
    }

    [TestMethod]
    public async Task The_table_has_a_line_a_column()
    {
        using var run = await RunAsync("in.csv", "Zip,Note\n2139,a\n99,b\n");

        Assert.MatchesRegex(@"Zip\s+postal_code\s+2\s+0\s+1\s+0\s+1\s+too short \(1\)", run.Output);
        Assert.DoesNotContain("Note", run.Output, StringComparison.Ordinal);
        Assert.MatchesRegex(@"(?m)^2 rows in \d+\.\d s: [\d,]+ rows/s", run.Output);
    }

    [TestMethod]
    public async Task Somebody_who_watches_sees_progress_and_the_results_stay_apart()
    {
        using var run = new CommandLineRun { ErrorRedirected = false };
        var input = folder.Write("in.csv", "Zip\n2139\n");

        Assert.AreEqual(0, await run.RunAsync("standardize", "--in", input, "--out", Path.Combine(folder.Path, "out.csv"), "--json"));

        Assert.AreEqual(1, JsonElement.Parse(run.Output).GetProperty("rows").GetInt64());
        Assert.AreNotEqual("", run.Error);
    }

    [TestMethod]
    public async Task Json_keeps_its_form_and_what_is_not_mended()
    {
        var clean = await CleanAsync(
            "in.ndjson",
            """
            {"Zip":2139, "age":" 35 ","email":"A@B.com","deep":{"email":"A@B.com"},"extra":[1, 2]}

            {"created_at":1700000000,"age":1.0,"tcpa_consent":"Yes","phone":null,"city":{"a":1}}
            """);

        Assert.AreEqual(
            """
            {"Zip":"02139", "age":"35","email":"a@b.com","deep":{"email":"A@B.com"},"extra":[1, 2]}

            {"created_at":"2023-11-14T22:13:20Z","age":1,"tcpa_consent":"true","phone":null,"city":{"a":1}}
            """,
            clean);
    }

    [TestMethod]
    [DataRow("no row has as many cells as the header; row 2: 1 cells, but the header has 2", "in.csv", "email,x\na@b.com\na\n")]
    [DataRow("row 2: a quote in the middle", "in.csv", "email,x\na\"b,1\n")]
    [DataRow("row 3: a quote that is not closed", "in.csv", "email,x\n\"a\nb\",1\n\"a,1\n")]
    [DataRow("row 2: text behind a closing quote", "in.csv", "email,x\n\"a\"b,1\n")]
    [DataRow("row 2: a carriage return", "in.csv", "email,x\na\rb,1\n")]
    [DataRow("the file has no header", "in.csv", "")]
    [DataRow("no column has the name of a field", "in.csv", "x,y\n1,2\n")]
    [DataRow("line 2: not valid JSON", "in.ndjson", "{\"email\":\"a\"}\n{\"email\":\n")]
    [DataRow("line 1: not valid JSON", "in.ndjson", "{\"email\":\"a\"} {}\n")]
    [DataRow("line 1: not a JSON object", "in.jsonl", "[1]\n")]
    public async Task Broken_input_is_named_and_nothing_is_written(string named, string name, string text)
    {
        using var run = new CommandLineRun();
        var output = Path.Combine(folder.Path, $"out{Path.GetExtension(name)}");

        Assert.AreEqual(2, await run.RunAsync("standardize", "--in", folder.Write(name, text), "--out", output));

        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.HasCount(1, Directory.GetFiles(folder.Path));
    }

    [TestMethod]
    public async Task A_file_in_UTF16_is_written_in_UTF8_with_a_mark()
    {
        var input = Path.Combine(folder.Path, "in.csv");
        await File.WriteAllTextAsync(input, "Zip\tcity\n2139\tÉvian\n", Encoding.Unicode);
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync("standardize", "--in", input, "--out", Path.Combine(folder.Path, "out.csv")), run.Error);

        CollectionAssert.AreEqual(
            Encoding.UTF8.GetBytes("\uFEFFZip\tcity\n02139\tÉvian\n"), await File.ReadAllBytesAsync(Path.Combine(folder.Path, "out.csv")));
    }

    [TestMethod]
    [DataRow("in.csv", "Zip,city\n2139,San Jos\u00e9\n", "\uFEFFZip,city\n02139,San José\n", "in.csv: read as Windows-1252; written in UTF-8 with a byte order mark")]
    [DataRow("in.ndjson", "{\"Zip\":2139,\"x\":\"Jos\u00e9\"}\n", "{\"Zip\":\"02139\",\"x\":\"José\"}\n", "in.ndjson: read as Windows-1252; written in UTF-8")]
    public async Task A_file_in_Windows1252_is_written_in_UTF8_and_the_user_is_told(string name, string text, string written, string told)
    {
        var input = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(input, text, Encoding.Latin1);
        var output = Path.Combine(folder.Path, "out" + Path.GetExtension(name));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync("standardize", "--in", input, "--out", output), run.Error);

        CollectionAssert.AreEqual(Encoding.UTF8.GetBytes(written), await File.ReadAllBytesAsync(output));
        Assert.EndsWith(told, run.Error.Trim(), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_row_with_too_few_or_too_many_cells_is_named_and_left_as_it_is()
    {
        using var run = await RunAsync("in.csv", "name,Zip\nAnn,2139\n2139\nCy,2139,x\nDee,2139\n", "--json");

        Assert.AreEqual("name,Zip\nAnn,02139\n2139\nCy,2139,x\nDee,02139\n", File.ReadAllText(Path.Combine(folder.Path, "clean-in.csv")));
        Assert.Contains("row 3: 1 cells, but the header has 2; left as it is", run.Error, StringComparison.Ordinal);
        Assert.Contains("row 4: 3 cells, but the header has 2; left as it is", run.Error, StringComparison.Ordinal);
        Assert.AreEqual("4 2", $"{JsonElement.Parse(run.Output).GetProperty("rows")} {JsonElement.Parse(run.Output).GetProperty("uneven")}");
    }

    [TestMethod]
    public async Task Text_that_is_not_utf8_is_named()
    {
        var input = Path.Combine(folder.Path, "in.csv");
        await File.WriteAllBytesAsync(input, [.. "email\na@b.com\n"u8, 0x81, .. "@b.com\n"u8]);
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("standardize", "--in", input, "--out", Path.Combine(folder.Path, "out.csv")));

        Assert.Contains("row 3: not UTF-8", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("no column 'Tel'", "in.csv", "email\na@b.com\n")]
    [DataRow("no line has 'Tel'", "in.ndjson", "{\"email\":\"a@b.com\"}\n")]
    public async Task A_mapping_of_a_column_that_is_not_there_is_refused(string named, string name, string text)
    {
        using var run = new CommandLineRun();
        var output = Path.Combine(folder.Path, $"out{Path.GetExtension(name)}");

        Assert.AreEqual(2, await run.RunAsync("standardize", "--in", folder.Write(name, text), "--out", output, "--map", "Tel=phone_1"));

        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_file_that_is_there_is_replaced_only_by_force()
    {
        var input = folder.Write("in.csv", "zip\n2139\n");
        var output = folder.Write("out.csv", "precious");
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("standardize", "--in", input, "--out", output));
        Assert.Contains("--force", run.Error, StringComparison.Ordinal);
        Assert.AreEqual("precious", await File.ReadAllTextAsync(output));

        Assert.AreEqual(0, await run.RunAsync("standardize", "--in", input, "--out", output, "--force"), run.Error);
        Assert.AreEqual("zip\n02139\n", await File.ReadAllTextAsync(output));
    }

    [TestMethod]
    public async Task The_input_is_never_replaced_even_by_force()
    {
        var input = folder.Write("in.csv", "zip\n2139\n");
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("standardize", "--in", input, "--out", Path.Combine(folder.Path, ".", "in.csv"), "--force"));

        Assert.Contains("this is the file that is read", run.Error, StringComparison.Ordinal);
        Assert.AreEqual("zip\n2139\n", await File.ReadAllTextAsync(input));
    }

    [TestMethod]
    [DataRow("in.csv", "out.ndjson", "the form cannot change")]
    [DataRow("in.txt", "out.csv", "must end in")]
    public async Task Other_forms_are_refused(string from, string to, string named)
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("standardize", "--in", folder.Write(from, "zip\n"), "--out", Path.Combine(folder.Path, to)));

        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Many_rows_keep_their_order_and_their_line_breaks_in_quotes()
    {
        var (dirty, clean) = (new StringBuilder("zip,note\n"), new StringBuilder("zip,note\n"));
        for (var i = 0; i < 40_000; i++)
        {
            dirty.Append(CultureInfo.InvariantCulture, $" 2139 ,\"row\n{i}\"\n");
            clean.Append(CultureInfo.InvariantCulture, $"02139,\"row\n{i}\"\n");
        }

        Assert.AreEqual(clean.ToString(), await CleanAsync("in.csv", dirty.ToString()));
    }

    [TestMethod]
    public async Task A_row_longer_than_a_piece_is_kept_whole()
    {
        var note = new string('x', 200_000);

        Assert.AreEqual($"zip,note\n02139,{note}\n02140,b\n", await CleanAsync("in.csv", $"zip,note\n2139,{note}\n2140,b\n"));
    }

    [TestMethod]
    public async Task A_row_without_end_is_named()
    {
        using var run = new CommandLineRun();
        var input = folder.Write("in.csv", $"zip,note\n2139,\"{new string('x', 3_000_000)}\n");

        Assert.AreEqual(2, await run.RunAsync("standardize", "--in", input, "--out", Path.Combine(folder.Path, "out.csv")));

        Assert.Contains("row 2: longer than 1024 KB", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Interrupted_it_leaves_nothing_behind()
    {
        using var run = new CommandLineRun();
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();
        var input = folder.Write("in.csv", "zip\n2139\n");

        Assert.AreEqual(130, await run.RunAsync(interrupted.Token, "standardize", "--in", input, "--out", Path.Combine(folder.Path, "out.csv")));

        Assert.HasCount(1, Directory.GetFiles(folder.Path));
    }

    private async Task<CommandLineRun> RunAsync(string name, string text, params string[] more)
    {
        var run = new CommandLineRun();
        var input = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(input, text);
        var code = await run.RunAsync(["standardize", "--in", input, "--out", Path.Combine(folder.Path, $"clean-{name}"), .. more]);
        Assert.AreEqual(0, code, run.Error);
        return run;
    }

    private async Task<string> CleanAsync(string name, string text, params string[] more)
    {
        using var run = await RunAsync(name, text, more);
        return Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(folder.Path, $"clean-{name}")));
    }
}
