using System.Text;
using LeadFilter.Cli.Commands.Suppress;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Sending;
using LeadFilter.Cli.Standardizing;
using LeadFilter.Cli.Standardizing.Columns;
using LeadFilter.Cli.Standardizing.Rows;
using LeadFilter.Core.Fields;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>Files of rows that the command line reads: what is to be imported, standardised or sent.</summary>
[TestClass]
[TestCategory("Fuzzing")]
public sealed class RowFileFuzzTests
{
    private static readonly SuppressionKeys Keys = new(new IdentityHasher("a secret of more than thirty-two bytes"u8));
    private static readonly PastPurchaseReader Purchases = new(TestCampaign.Loaded());

    private static readonly string[] Header =
        ["E-Mail", "Phone", "First Name", "last_name", "ZIP", "Street Address", "city", "state", "website", "bought_at", "vendor", "lead_id", "created_at", "age", "notes", "", "email"];

    private static readonly string[] Syntax = ["\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\0", "{", "}", "[", "\"email\"", ":", "\\ud800", "null", "{now-1h}", "_vendor", "_group"];

    [TestMethod]
    [DataRow("Csv")]
    [DataRow("Ndjson")]
    [DataRow("Lines")]
    public Task Every_row_of_an_import_is_read_or_passed_over_with_a_reason(string name)
    {
        var form = Enum.Parse<FileForm>(name);
        return Fuzz.RunAsync(random => Next(random, form), async bytes =>
        {
            await using var file = new RowFile(new MemoryStream(bytes), form);
            var before = 0L;
            await foreach (var row in file.ReadAsync(CancellationToken.None))
            {
                if (row.Line <= before || row.Line > bytes.Length + 1)
                {
                    return $"line {row.Line} after line {before}";
                }

                before = row.Line;
                if ((row.Problem ?? Import(row)) is { } problem && problem.Contains(HostileLead.Mark, StringComparison.Ordinal))
                {
                    return $"a value in a message: {problem}";
                }
            }

            return null;
        });
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public Task A_file_is_standardised_or_its_broken_row_is_named_and_again_nothing_changes(bool csv) =>
        Fuzz.RunAsync(random => Next(random, csv ? FileForm.Csv : FileForm.Ndjson), async bytes =>
        {
            // An apostrophe before a formula may be read as a part of the text: what was guarded need only be readable again.
            var keepFormulas = bytes.Length % 2 == 0;
            var (problem, once) = await StandardizeAsync(csv, bytes, keepFormulas);
            if (problem is not null)
            {
                return problem.Contains(HostileLead.Mark, StringComparison.Ordinal) && !problem.StartsWith("no column", StringComparison.Ordinal) ? $"a value in a message: {problem}" : null;
            }

            var (again, twice) = await StandardizeAsync(csv, once, keepFormulas);
            return again ?? (!keepFormulas || once.AsSpan().SequenceEqual(twice) ? null : $"once {Encoding.UTF8.GetString(once)}\ntwice {Encoding.UTF8.GetString(twice)}");
        });

    [TestMethod]
    public void A_line_to_send_is_a_lead_or_broken() => Fuzz.Run(random => Next(random, FileForm.Ndjson), bytes =>
    {
        var reader = new LeadLineReader(TestCampaign.Id("acme"));
        var number = 0L;
        foreach (var line in bytes.AsSpan().Split((byte)'\n'))
        {
            reader.Read(bytes.AsSpan(line), ++number);
        }

        return null;
    });

    private static async Task<(string? Problem, byte[] Output)> StandardizeAsync(bool csv, byte[] input, bool keepFormulas)
    {
        var matcher = new ColumnMatcher([], Locale.Default);
        using var output = new MemoryStream();
        var run = new StandardizeRun(csv ? new CsvForm(matcher, keepFormulas) : new NdjsonForm(matcher), new MemoryStream(input), output, matcher);
        return (await run.RunAsync(CancellationToken.None), output.ToArray());
    }

    private static string? Import(FileRow row)
    {
        foreach (var (kind, value) in new SuppressionColumns(null, null).Read(row, out _))
        {
            if (!Keys.TryMake(kind, SuppressionForm.Plain, value, out _, out var why))
            {
                return why;
            }
        }

        var draft = Purchases.NewDraft();
        foreach (var (name, value) in row.Cells)
        {
            draft.Add(KnownColumns.Find(name)?.Name ?? name, value);
        }

        PastPurchaseReader.Read(row.Line, draft, out var problem);
        return problem;
    }

    private static byte[] Next(Random random, FileForm form)
    {
        var text = form switch
        {
            FileForm.Csv => Csv(random),
            FileForm.Ndjson => string.Join('\n', Enumerable.Range(0, random.Next(6)).Select(_ => Encoding.UTF8.GetString(HostileLead.Next(random, "application/json", out var _)))),
            _ => string.Join('\n', Enumerable.Range(0, random.Next(20)).Select(_ => HostileText.Next(random) + HostileLead.Mark)),
        };
        var good = Encoding.UTF8.GetBytes(random.Next(8) == 0 ? "\uFEFF" + text : text);
        return random.Next(3) switch
        {
            0 => good,
            1 => Damage.Words(random, good, Syntax),
            _ => Damage.Bytes(random, good),
        };
    }

    private static string Csv(Random random)
    {
        var delimiter = random.Of([",", ";", "\t", "|"]);
        var width = random.Next(1, 8);
        var rows = new List<string> { string.Join(delimiter, Enumerable.Range(0, width).Select(_ => random.Of(Header))) };
        for (var left = random.Next(8); left > 0; left--)
        {
            rows.Add(string.Join(delimiter, Enumerable.Range(0, width).Select(_ => Cell(random))));
        }

        return string.Join(random.Of(["\n", "\r\n"]), rows);
    }

    private static string Cell(Random random) => random.Next(5) switch
    {
        0 => "",
        1 => random.Of(["=1+1", "+14155550132", "-12.5", "@x", "&#61;1+1", "\uFF1D1+1"]),
        _ => $"\"{HostileText.Next(random).Replace("\"", "\"\"", StringComparison.Ordinal)}{HostileLead.Mark}\"",
    };
}
