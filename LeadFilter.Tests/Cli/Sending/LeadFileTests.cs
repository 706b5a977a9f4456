using LeadFilter.Http.Rows;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Cli.Sending;

[TestClass]
public sealed class LeadFileTests
{
    [TestMethod]
    public async Task A_row_of_CSV_is_sent_as_texts_without_its_empty_cells()
    {
        var sent = await SentAsync(
            "leads.csv",
            """
            _vendor,first_name,address.city,note,age,_expect
            acme,"Ann, ""A"" B",Río,"two
            lines",7,accept
            bright,Bob,,,{now+5s:unix}x,
            """);

        CollectionAssert.AreEquivalent(
            (string[])["""{"first_name":"Ann, \"A\" B","address.city":"Río","note":"two\nlines","age":"7"}""", """{"first_name":"Bob","age":"1795366805x"}"""],
            sent.ToArray());
    }

    [TestMethod]
    [DataRow(";")]
    [DataRow("\t")]
    public async Task A_file_with_semicolons_or_tabs_is_read_as_one_with_commas(string delimiter)
    {
        var sent = await SentAsync("leads.csv", "_vendor,first_name,note\nacme,Ann,\"a\"\n".Replace(",", delimiter, StringComparison.Ordinal));

        CollectionAssert.AreEqual((string[])["""{"first_name":"Ann","note":"a"}"""], sent.ToArray());
    }

    [TestMethod]
    public async Task A_label_for_people_is_sent_as_the_field_that_it_tells_and_a_key_as_it_stands()
    {
        var sent = await SentAsync("leads.csv", "_vendor,First Name,Mobile Phone,phone,Roof Type,Email,E-Mail\nacme,Ann,1,2,flat,a@b.example,c@d.example\n");

        CollectionAssert.AreEqual(
            (string[])["""{"first_name":"Ann","phone_1":"1","phone":"2","Roof Type":"flat","email":"a@b.example","E-Mail":"c@d.example"}"""], sent.ToArray());
    }

    [TestMethod]
    public async Task A_file_of_a_spreadsheet_in_UTF16_is_read()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "leads.csv");
        await File.WriteAllTextAsync(file, "_vendor\tfirst_name\nacme\tRenée\n", System.Text.Encoding.Unicode);

        CollectionAssert.AreEqual((string[])["""{"first_name":"Renée"}"""], (await SentAsync(file)).ToArray());
    }

    [TestMethod]
    public async Task Names_in_Windows1252_arrive_as_they_are_and_the_user_is_told()
    {
        await using var filter = await FilterStub.StartAsync();
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        var file = Path.Combine(folder.Path, "leads.csv");
        await File.WriteAllBytesAsync(file, [.. "first_name\nRen"u8, 0xE9, .. "\n"u8]);

        Assert.AreEqual(0, await run.RunAsync("send", file, "--vendor", "acme", "--key", "acme=k", "--url", $"{filter.Url}"), run.Error);

        Assert.AreEqual("""{"first_name":"René"}""", filter.Requests.Single().Body);
        Assert.Contains("leads.csv: read as Windows-1252, since it is not UTF-8", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Blank_lines_a_byte_order_mark_and_Windows_line_ends_do_not_matter()
    {
        var sent = await SentAsync("leads.jsonl", "\uFEFF{\"_vendor\":\"acme\",\"n\":1}\r\n\r\n  \n{\"_vendor\":\"acme\",\"n\":2}\r\n");

        CollectionAssert.AreEquivalent((string[])["""{"n":1}""", """{"n":2}"""], sent.ToArray());
    }

    [TestMethod]
    public async Task An_empty_file_is_sent_in_no_time() => Assert.IsEmpty(await SentAsync("leads.ndjson", ""));

    [TestMethod]
    [DataRow("leads.ndjson", "{\"_vendor\":\"acme\"}\n\n{\"_vendor\":\"acme\"\n{}", "line 3: not valid JSON", "line 4: no _vendor")]
    [DataRow("leads.csv", "_vendor,n\nacme,\"a\nb\"\nacme,1,2\nacme\n", "line 4: 3 cells, but the header has 2", "line 5: 1 cells")]
    [DataRow("leads.csv", "_vendor,n\nacme,a\"b\"c\n", "line 2: a quote in the middle", "nothing was sent")]
    [DataRow("leads.csv", "_vendor,n,n\nacme,1,2\n", "line 1: the header names a column twice", "nothing was sent")]
    [DataRow("leads.csv", "_vendor,\nacme,1\n", "line 1: the header has a column without a name", "nothing was sent")]
    [DataRow("leads.csv", "n\n1\n", "line 2: no _vendor", "nothing was sent")]
    public async Task A_broken_line_is_named_before_anything_is_sent(string name, string text, string first, string second)
    {
        await using var filter = await FilterStub.StartAsync();
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("send", folder.Write(name, text), "--url", $"{filter.Url}"));

        Assert.Contains(first, run.Error, StringComparison.Ordinal);
        Assert.Contains(second, run.Error, StringComparison.Ordinal);
        Assert.IsEmpty(filter.Requests);
    }

    [TestMethod]
    [DataRow("leads.ndjson")]
    [DataRow("leads.csv")]
    public async Task A_line_without_an_end_is_not_read_into_memory(string name)
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        var file = folder.Write(name, "_vendor,n\nacme,\"" + new string('x', 2 * WholeRows.MaxRow));

        Assert.AreEqual(2, await run.RunAsync("send", file));

        Assert.Contains("longer than 1024 KB", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_broken_line_of_the_standard_input_ends_the_sending_after_the_lines_before_it()
    {
        await using var filter = await FilterStub.StartAsync();
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text("{\"_vendor\":\"acme\",\"n\":1}\n{}\n{\"_vendor\":\"acme\",\"n\":3}\n") };

        Assert.AreEqual(2, await run.RunAsync("send", "-", "--url", $"{filter.Url}"));

        Assert.Contains("line 2: no _vendor", run.Error, StringComparison.Ordinal);
        Assert.Contains("leads sent before it: 1", run.Error, StringComparison.Ordinal);
        Assert.AreEqual("""{"n":1}""", filter.Requests.Single().Body);
    }

    [TestMethod]
    [DataRow("missing.ndjson", "missing.ndjson")]
    [DataRow("leads.xlsx", ".ndjson, .jsonl or .csv")]
    [DataRow("folder.csv", "folder.csv")]
    public async Task A_file_that_cannot_be_read_is_named(string name, string said)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "folder.csv"));
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("send", Path.Combine(folder.Path, name)));

        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> SentAsync(string name, string text)
    {
        using var folder = new TemporaryFolder();
        return await SentAsync(folder.Write(name, text));
    }

    private static async Task<IReadOnlyList<string>> SentAsync(string file)
    {
        await using var filter = await FilterStub.StartAsync();
        using var run = new CommandLineRun { Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero)) };
        Assert.AreEqual(0, await run.RunAsync("send", file, "--url", $"{filter.Url}"), run.Error);
        return [.. filter.Requests.Select(one => one.Body)];
    }
}
