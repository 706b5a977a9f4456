namespace LeadFilter.Tests.Docs;

/// <summary>The blocks that no test runs, each with the reason.</summary>
internal static class UnrunBlocks
{
    private const string Benchmark = "measures for minutes, and needs a quiet machine";
    private const string OtherTests = "runs other tests of this project, some of them for an hour";
    private const string Excerpt = "an excerpt of output, to explain its parts";
    private const string Azure = "needs Azure, Docker or the Functions host";
    private const string Drawing = "a drawing";

    /// <summary>Blocks of which every command begins like this.</summary>
    private static readonly (string Start, string Reason)[] Commands =
    [
        ("dotnet run -c Release --project LeadFilter.Benchmarks -- ", Benchmark),
        ("LEADFILTER_MAX_PER_VENDOR=512 dotnet run -c Release --project LeadFilter.Benchmarks -- ", Benchmark),
        ("dotnet test", OtherTests),
    ];

    private static readonly (string Page, string FirstLine, string Reason)[] Single =
    [
        ("docs/architecture.md", "*", Drawing),
        ("docs/azure.md", "*", Azure),
        ("docs/local-azure.md", "*", Azure),
    ];

    /// <summary>Why a block is not run; null if it must be.</summary>
    public static string? Reason(FencedBlock block) =>
        Commands.FirstOrDefault(command => Texts(block).All(text => text.StartsWith(command.Start, StringComparison.Ordinal))).Reason
        ?? Single.FirstOrDefault(single => Names(single, block)).Reason;

    /// <summary>What is listed and is on no page any more.</summary>
    public static IEnumerable<string> Stale(IReadOnlyList<FencedBlock> blocks) =>
        Single.Where(single => !blocks.Any(block => Names(single, block))).Select(single => $"{single.Page}: {single.FirstLine}");

    private static bool Names((string Page, string FirstLine, string Reason) single, FencedBlock block) =>
        single.Page == block.Page && (single.FirstLine == "*" || single.FirstLine == block.FirstLine);

    /// <summary>The lines of a block without comments and settings of the environment.</summary>
    private static IEnumerable<string> Texts(FencedBlock block) => block.Text.Split('\n').Where(line => line.Trim() != "" && !line.StartsWith('#'));
}
