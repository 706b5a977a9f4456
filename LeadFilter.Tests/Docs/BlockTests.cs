using System.Xml.Linq;
using LeadFilter.Tests.Folders;
using NJsonSchema;

namespace LeadFilter.Tests.Docs;

/// <summary>Every block of the pages does what the page says.</summary>
[TestClass]
public sealed class BlockTests
{
    /// <summary>What runs a block of another language.</summary>
    private static readonly Dictionary<string, string> Interpreters =
        new() { ["python"] = "python3", ["javascript"] = "node", ["php"] = "php" };

    public static IEnumerable<object[]> Json => Of("json");

    public static IEnumerable<object[]> Xml => Of("xml");

    public static IEnumerable<object[]> Commands => Of("sh");

    public static IEnumerable<object[]> Transcripts => Of("console");

    public static IEnumerable<object[]> Programs => Of([.. Interpreters.Keys]);

    [TestMethod]
    public void Each_block_is_run_or_listed_with_a_reason()
    {
        var neither = DocumentPages.Blocks.Where(block => !IsRun(block) && UnrunBlocks.Reason(block) is null);
        Assert.AreEqual("", string.Join('\n', neither));
    }

    [TestMethod]
    public void No_block_is_listed_and_gone() => Assert.AreEqual("", string.Join('\n', UnrunBlocks.Stale(DocumentPages.Blocks)));

    [TestMethod]
    [DynamicData(nameof(Json))]
    public void Json_loads(string place) => Assert.AreEqual("", JsonBlocks.Mistakes(At(place)), place);

    [TestMethod]
    public async Task What_campaigns_say_fits_the_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(SampleFiles.Read("campaigns", "campaign.schema.json"));
        var errors = DocumentPages.Blocks
            .Where(block => block.Language == "json" && IsRun(block))
            .Select(block => (block.Place, Campaign: JsonBlocks.Campaign(block)))
            .Where(block => block.Campaign is not null)
            .SelectMany(block => schema.Validate(block.Campaign!).Select(error => $"{block.Place}: {error}"));
        Assert.AreEqual("", string.Join('\n', errors));
    }

    [TestMethod]
    [DynamicData(nameof(Xml))]
    public void Xml_is_read(string place) => Assert.IsNotNull(XDocument.Parse(At(place).Text).Root);

    [TestMethod]
    [DynamicData(nameof(Commands))]
    public async Task Commands_end_as_the_page_says(string place)
    {
        NeedsShell();
        var block = At(place);
        await using var run = new BlockRun();
        var (output, statuses) = await run.ShellAsync(block.Text + "\n");
        var expected = block.Info.StartsWith("exits=", StringComparison.Ordinal) ? block.Info["exits=".Length..] : null;
        var differ = expected is null ? statuses == "" || statuses.Split(',').Any(status => status != "0") : statuses != expected;
        Assert.IsFalse(differ, $"{place}: exit codes {statuses}\n{output}");
    }

    [TestMethod]
    [DynamicData(nameof(Transcripts))]
    public async Task Commands_print_what_the_page_shows(string place)
    {
        NeedsShell();
        var block = At(place);
        await using var run = new BlockRun();
        var (output, _) = await run.ShellAsync(Transcript.Commands(block.Text));
        Assert.IsNull(Transcript.Missing(block.Text, output), $"{place}: this line did not come. What came:\n{output}");
    }

    [TestMethod]
    [DynamicData(nameof(Programs))]
    public async Task Programs_print_an_outcome(string place)
    {
        var block = At(place);
        Needs(Interpreters[block.Language]);
        await using var run = new BlockRun();
        var output = await run.ProgramAsync(Interpreters[block.Language], block.Text);
        Assert.Contains("failure", output, StringComparison.Ordinal);
    }

    private static bool IsRun(FencedBlock block) => UnrunBlocks.Reason(block) is null && block.Language switch
    {
        "json" => JsonBlocks.Knows(block.Info),
        "xml" or "sh" or "console" => true,
        _ => Interpreters.ContainsKey(block.Language),
    };

    private static IEnumerable<object[]> Of(params string[] languages) =>
        DocumentPages.Blocks.Where(block => languages.Contains(block.Language) && IsRun(block))
            .Select(block => new object[] { block.Place });

    private static FencedBlock At(string place) => DocumentPages.Blocks.Single(block => block.Place == place);

    private static void NeedsShell()
    {
        Needs("sh");
        Needs("curl");
    }

    private static void Needs(string program)
    {
        if (!BlockRun.Has(program))
        {
            Assert.Inconclusive($"'{program}' is not on the path.");
        }
    }
}
