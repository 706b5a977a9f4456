using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LeadFilter.Http.Rows;
using LeadFilter.Tests.Fuzzing;

namespace LeadFilter.Tests.Http.Rows;

[TestClass]
public sealed class CsvRowsTests
{
    [TestMethod]
    [DataRow(",")]
    [DataRow(";")]
    [DataRow("\t")]
    [DataRow("|")]
    public async Task The_delimiter_is_the_one_that_the_header_has_most(string delimiter)
    {
        var text = string.Join(delimiter, "name", "\"a,b;c\td|e\"", "x") + "\n" + string.Join(delimiter, "Ann", "1", "\"2\"") + "\n";

        Assert.AreEqual("2: Ann/1/2", await ReadAsync(text));
    }

    [TestMethod]
    [DataRow("a,b\r\n\r\n\"1\r\n\",2\r\n\r\n3,4", "3: 1\r\n/2 6: 3/4", DisplayName = "CRLF, blank lines, a line break in quotes")]
    [DataRow("\n\na,b\n1,2\n", "4: 1/2", DisplayName = "blank lines before the header")]
    [DataRow("a,b\r1,2\r3,4\r", "2: 1/2 3: 3/4", DisplayName = "CR alone")]
    [DataRow("a,b\n1,\n,\n", "2: 1/ 3: /", DisplayName = "empty cells")]
    [DataRow("a,b\n\"x \"\"y\"\"\",\"\"", "2: x \"y\"/", DisplayName = "doubled quotes")]
    [DataRow("a,b", "", DisplayName = "nothing but a header")]
    public async Task Rows_have_the_number_of_the_line_on_which_they_begin(string text, string expected) =>
        Assert.AreEqual(expected, await ReadAsync(text));

    [TestMethod]
    [DataRow("a,b\n1,x\"y\n2,3\n", "2: a quote in the middle of a cell; write it twice and the cell in quotes 3: 2/3")]
    [DataRow("a,b\n\"1\"x,\"y\"\n2,3\n", "2: text behind a closing quote 3: 2/3")]
    [DataRow("a,b\n1\n2,3,4\n5,6\n", "2: 1 cells, but the header has 2 3: 3 cells, but the header has 2 4: 5/6")]
    [DataRow("a,b\n1\r,2\n3,4\n", "2: a carriage return without a line feed 3: 3/4")]
    [DataRow("a,b\r1\n,2\r3,4\r", "2: a line feed without a carriage return 3: 3/4")]
    [DataRow("a,b\n1,\"2\n3,4\n", "2: a quote that is not closed")]
    public async Task A_broken_row_is_named_and_those_behind_it_are_read(string text, string expected) =>
        Assert.AreEqual(expected, await ReadAsync(text));

    [TestMethod]
    public async Task A_row_that_is_not_UTF8_is_named_and_those_behind_it_are_read() =>
        Assert.AreEqual("2: not UTF-8; save the file as UTF-8 3: é/4", await ReadAsync([.. "a,b\n1,"u8, 0xE9, .. "\né,4\n"u8], int.MaxValue));

    [TestMethod]
    [DataRow("Customers 2026\n\nemail,phone\na@b.example,1\n", "4: a@b.example/1", DisplayName = "one cell and a blank line")]
    [DataRow("Customers,,\nby Ann,,\nName,Email,Phone\nAnn,a@b.example,1\n", "4: Ann/a@b.example/1", DisplayName = "as wide as the table")]
    [DataRow("sep=;\nemail;phone\na@b.example;1\n", "3: a@b.example/1", DisplayName = "a spreadsheet's word on the delimiter")]
    [DataRow("Customers\nsite,email\nx,a@b.example\n", "3: x/a@b.example", DisplayName = "one known column")]
    [DataRow("Customers \"2026\"\r\nemail,phone\r\na@b.example,1\r\n", "3: a@b.example/1", DisplayName = "quotes in the title")]
    [DataRow("town\nMobile\nReno\n", "2: Mobile 3: Reno", DisplayName = "a city that is also a column")]
    [DataRow("x,town\n1,Mobile\n", "2: 1/Mobile", DisplayName = "the same beside another")]
    [DataRow("Customers\nx,y\n1,2\n", "2: 2 cells, but the header has 1; the header must be the first row 3: 2 cells, but the header has 1; the header must be the first row", DisplayName = "columns that nobody knows")]
    public async Task A_title_above_the_header_is_passed_over(string text, string expected) => Assert.AreEqual(expected, await ReadAsync(text));

    [TestMethod]
    [DataRow("a,b\n=\"02139\",x\n", "2: =\"02139\"/x")]
    [DataRow("a,b\n\"=\"\"02139\"\"\",x\n", "2: =\"02139\"/x")]
    [DataRow("a,b\n=\"0,1\",x\n", "2: =\"0,1\"/x")]
    [DataRow("a,b\n=\"1\"&\"2\",x\n", "2: a quote in the middle of a cell; write it twice and the cell in quotes")]
    [DataRow("a,b\n\"=\"\"1\"\"&\"\"2\"\"\",x\n", "2: =\"1\"&\"2\"/x")]
    public async Task A_formula_around_digits_needs_no_quotes_around_the_cell(string text, string expected) => Assert.AreEqual(expected, await ReadAsync(text));

    [TestMethod]
    public async Task A_row_without_an_end_ends_the_reading()
    {
        var read = await ReadAsync($"a,b\n1,2\n3,\"{new string('x', 2 * WholeRows.MaxRow)}\n5,6\n");

        Assert.AreEqual("2: 1/2 3: longer than 1024 KB; is a quote not closed?", read);
    }

    [TestMethod]
    public async Task A_file_of_nothing_has_no_header()
    {
        Assert.IsNull(await CsvHeader.ReadAsync(new(Stream.Null), CancellationToken.None));
        Assert.IsNull(await CsvHeader.ReadAsync(new(new MemoryStream("\r\n\n"u8.ToArray())), CancellationToken.None));
    }

    [TestMethod]
    [TestCategory("Fuzzing")]
    public Task What_a_read_gives_changes_nothing() => Fuzz.RunAsync(
        random => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => random.Of(Syntax)))),
        async bytes =>
        {
            var whole = await ReadAsync(bytes, int.MaxValue);
            var pieces = await ReadAsync(bytes, 1);
            return whole == pieces ? null : $"{whole}\nbyte by byte\n{pieces}";
        });

    [TestMethod]
    [TestCategory("Fuzzing")]
    public Task Well_formed_files_are_read_as_CsvHelper_reads_them() => Fuzz.RunAsync(WellFormed, async bytes =>
    {
        var ours = await ReadAsync(bytes, int.MaxValue);
        var theirs = Second(Encoding.UTF8.GetString(bytes));
        return ours == theirs ? null : $"{ours}\nCsvHelper\n{theirs}";
    });

    private static readonly string[] Syntax = ["\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "a", "bc", "é", " "];

    private static byte[] WellFormed(Random random)
    {
        var delimiter = random.Of([",", ";", "\t", "|"]);
        var end = random.Of(["\n", "\r\n"]);
        var width = random.Next(2, 6);
        var file = new StringBuilder(string.Join(delimiter, Enumerable.Range(0, width).Select(at => $"column {at}"))).Append(end);
        for (var left = random.Next(12); left > 0; left--)
        {
            file.AppendJoin(delimiter, Enumerable.Range(0, width).Select(_ => Cell(random, delimiter))).Append(end);
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    // Without a CR alone: CsvHelper counts one in a cell as a line, and we do not.
    private static string Cell(Random random, string delimiter)
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => random.Of([.. Syntax, delimiter])).Where(static part => part != "\r"));
        return random.Next(2) == 0 || text.AsSpan().ContainsAny($"{delimiter}\"\r\n")
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    private static string Second(string text)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = text.IndexOfAny([',', ';', '\t', '|']) is >= 0 and var at ? $"{text[at]}" : ",",
            IgnoreBlankLines = false,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<string>();
        parser.Read();
        for (var before = parser.RawRow; parser.Read(); before = parser.RawRow)
        {
            rows.Add($"{before + 1}: {string.Join('/', parser.Record!)}");
        }

        return string.Join(' ', rows);
    }

    private static Task<string> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text), int.MaxValue);

    private static async Task<string> ReadAsync(byte[] bytes, int size)
    {
        using var stream = new PiecewiseStream(bytes, size);
        var file = new WholeRows(stream);
        var read = new List<string>();
        if (await CsvHeader.ReadAsync(file, CancellationToken.None) is not { } header)
        {
            return "no header";
        }

        await foreach (var row in new CsvRows(header, file).ReadAsync(CancellationToken.None))
        {
            read.Add($"{row.Line}: {row.Problem ?? string.Join('/', row.Cells)}");
        }

        return string.Join(' ', read);
    }
}
