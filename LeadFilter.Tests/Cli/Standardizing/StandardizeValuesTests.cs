using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Standardizing;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Tests.Cli.Standardizing;

[TestClass]
public sealed class StandardizeValuesTests
{
    public static IEnumerable<object[]> Types => FieldTypes.All.Select(type => new object[] { type.Name });

    [TestMethod]
    public async Task A_line_that_is_not_UTF8_is_named_after_the_answers_to_those_before_it()
    {
        using var run = new CommandLineRun { OpenInput = () => new MemoryStream([.. "Ann\nRen"u8, 0x81, .. "\nBob\n"u8]) };

        Assert.AreEqual(2, await run.RunAsync("standardize", "--type", "string"));

        Assert.AreEqual("leadfilter: line 2: not UTF-8; save the file as UTF-8", run.Error.Trim());
        Assert.StartsWith("{\"raw\":\"Ann\"", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Bob", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    [DynamicData(nameof(Types))]
    public async Task Every_type_answers_every_line(string type)
    {
        var answers = await AnswersAsync(
            "1\n\n(415) 555-0132 x4\nada@example.org\nhttps://example.org/?a=b\n2026-11-22\n2pm\nCA\n94107\n8.8.8.8\nF\n123-45-6780\nhttps://cert.trustedform.com/0123456789abcdef0123456789abcdef01234567\n", type);

        Assert.HasCount(13, answers);
        Assert.AreEqual("blank", answers[1].GetProperty("why").GetString());
        Assert.IsTrue(answers.Any(answer => answer.GetProperty("valid").GetBoolean()));
    }

    [TestMethod]
    public async Task A_valid_value_is_canonical_and_has_those_parts_that_it_has()
    {
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text("é ada.b@Example.org") };
        Assert.AreEqual(0, await run.RunAsync("standardize", "--type", "string"), run.Error);
        Assert.AreEqual("{\"raw\":\"é ada.b@Example.org\",\"value\":\"é ada.b@Example.org\",\"valid\":true,\"why\":null,\"parts\":{}}\n", Lf(run.Output));

        var phones = await AnswersAsync("(415) 555-0132 x4\n(415) 555-0132\n", "phone");

        Assert.AreEqual("+14155550132", phones[0].GetProperty("value").GetString());
        Assert.AreEqual("4", phones[0].GetProperty("parts").GetProperty("extension").GetString());
        Assert.IsFalse(phones[0].GetProperty("parts").GetProperty("toll_free").GetBoolean());
        Assert.IsFalse(phones[1].GetProperty("parts").TryGetProperty("extension", out _));
    }

    [TestMethod]
    public async Task A_secret_is_masked_in_all_that_is_said()
    {
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text("123-45-6780\n123-45-678O\n") };

        Assert.AreEqual(0, await run.RunAsync("standardize", "--type", "ssn"), run.Error);
        Assert.DoesNotContain("123-45", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"***-**-6780\"", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_invalid_value_has_a_reason_and_no_parts()
    {
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text("12 \"x\"") };

        Assert.AreEqual(0, await run.RunAsync("standardize", "--type", "number"), run.Error);

        var why = NumberType.Instance.Standardize("12 \"x\"").Why;
        Assert.AreEqual($"{{\"raw\":\"12 \\\"x\\\"\",\"value\":null,\"valid\":false,\"why\":\"{why}\",\"parts\":{{}}}}\n", Lf(run.Output));
    }

    [TestMethod]
    [DataRow("number", "$1,200", "1200")]
    [DataRow("boolean", "Yes", "true")]
    [DataRow("money", "€ 1.250,00", "1250")]
    [DataRow("range", "$100 to $150", "\"100-150\"")]
    [DataRow("timestamp", "11/22/2026 5:00 PM", "\"2026-11-22T17:00:00Z\"")]
    [DataRow("date", "11/22/2026", "\"2026-11-22\"")]
    [DataRow("time", "5:00 PM", "\"17:00\"")]
    [DataRow("dob", "3/4/85", "\"1985-03-04\"")]
    [DataRow("postal_code", "2139", "\"02139\"")]
    public async Task A_value_has_the_json_type_of_its_field(string type, string raw, string value)
    {
        var answer = (await AnswersAsync(raw, type)).Single();

        Assert.AreEqual(value, answer.GetProperty("value").GetRawText());
    }

    [TestMethod]
    public async Task Ages_are_told_against_the_given_time()
    {
        var answer = (await AnswersAsync("2026-11-22T17:00:00Z", "timestamp", "--at", "2026-11-22T17:00:45Z")).Single();

        Assert.AreEqual("45", answer.GetProperty("parts").GetProperty("age_seconds").GetRawText());
    }

    [TestMethod]
    [DataRow("dob", "3/4/1985", "us", "1985-03-04")]
    [DataRow("dob", "3/4/1985", "eu", "1985-04-03")]
    [DataRow("date", "31/12/2026", "eu", "2026-12-31")]
    [DataRow("timestamp", "31.12.2026 20:49", "eu", "2026-12-31T20:49:00Z")]
    public async Task Dates_are_read_in_the_order_that_is_given(string type, string raw, string dates, string value)
    {
        var answer = (await AnswersAsync(raw, type, "--dates", dates)).Single();

        Assert.AreEqual(value, answer.GetProperty("value").GetString());
    }

    [TestMethod]
    [DataRow("GB")]
    [DataRow("gb")]
    public async Task Telephone_numbers_are_read_as_those_of_the_region_that_is_given(string region)
    {
        var answer = (await AnswersAsync("020 7946 0958", "phone", "--region", region)).Single();

        Assert.AreEqual("+442079460958", answer.GetProperty("value").GetString());
    }

    [TestMethod]
    public async Task Ages_of_people_and_impossible_dates_are_told()
    {
        var answers = await AnswersAsync("2/29/2008\n1850-01-01\n2/31/1985", "dob", "--at", "2026-02-28");

        Assert.AreEqual("17", answers[0].GetProperty("parts").GetProperty("age").GetRawText());
        Assert.IsTrue(answers[1].GetProperty("parts").GetProperty("impossible").GetBoolean());
        Assert.AreEqual("no such day", answers[2].GetProperty("why").GetString());
    }

    [TestMethod]
    public async Task Help_says_what_the_options_mean_and_shows_examples()
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync("standardize", "--help"), run.Error);

        Assert.Contains("--dates <us|eu>", run.Output, StringComparison.Ordinal);
        Assert.Contains("--region <COUNTRY>", run.Output, StringComparison.Ordinal);
        Assert.Contains("leadfilter standardize --type dob --dates eu", run.Output, StringComparison.Ordinal);
        foreach (var type in FieldTypes.All)
        {
            Assert.Contains(type.Name, run.Output, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task Lines_may_end_with_crlf_and_the_text_may_begin_with_a_byte_order_mark()
    {
        var answers = await AnswersAsync("\uFEFFa\r\n\r\nb", "string");

        CollectionAssert.AreEqual((string[])["a", "", "b"], Raw(answers));
    }

    [TestMethod]
    public async Task Many_lines_are_answered_in_their_order()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();

        CollectionAssert.AreEqual(lines, Raw(await AnswersAsync(string.Join('\n', lines), "number")));
    }

    [TestMethod]
    public async Task A_value_is_answered_before_the_next_is_waited_for()
    {
        var pipe = new Pipe();
        await using var input = pipe.Reader.AsStream();
        using var output = new StringWriter();
        await using var answered = new SignallingWriter(output);
        var running = new ValueLines(NumberType.Instance, DateTimeOffset.UnixEpoch).AnswerAsync(input, answered, CancellationToken.None);

        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes("7\n"));
        await answered.Flushed.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("\"value\":7,", output.ToString(), StringComparison.Ordinal);
        Assert.IsFalse(running.IsCompleted);
        await pipe.Writer.CompleteAsync();
        Assert.IsNull(await running);
    }

    [TestMethod]
    public async Task A_line_too_long_is_wrong_input_and_named()
    {
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text($"a\n{new string('x', WholeRows.MaxRow + 1)}\n") };

        Assert.AreEqual(2, await run.RunAsync("standardize", "--type", "string"));

        Assert.Contains("line 2: longer than 1024 KB", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_unknown_type_is_wrong_usage_and_the_types_are_listed()
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("standardize", "--type", "colour"));

        Assert.Contains($"the types are {string.Join(", ", FieldTypes.All.Select(type => type.Name))}", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("either --type", "standardize")]
    [DataRow("either --type", "standardize", "--type", "phone", "--in", "a.csv")]
    [DataRow("--out", "standardize", "--in", "a.csv")]
    [DataRow("--json has no effect", "standardize", "--type", "phone", "--json")]
    [DataRow("--at has no effect", "standardize", "--in", "a.csv", "--out", "b.csv", "--at", "2026-11-22")]
    [DataRow("--at", "standardize", "--type", "phone", "--at", "soon")]
    [DataRow("--region: there is no region 'UK'; give a country's two letters", "standardize", "--type", "phone", "--region", "UK")]
    [DataRow("--dates: give us or eu", "standardize", "--type", "dob", "--dates", "iso")]
    [DataRow("--map", "standardize", "--in", "a.csv", "--out", "b.csv", "--map", "Tel=phone_9")]
    public async Task Options_without_effect_or_sense_are_refused(string named, params string[] arguments)
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync(arguments));

        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    private static string Lf(string text) => text.ReplaceLineEndings("\n");

    private static string?[] Raw(IEnumerable<JsonElement> answers) => [.. answers.Select(answer => answer.GetProperty("raw").GetString())];

    private static async Task<JsonElement[]> AnswersAsync(string input, string type, params string[] more)
    {
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(input) };
        Assert.AreEqual(0, await run.RunAsync(["standardize", "--type", type, .. more]), run.Error);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}
