namespace LeadFilter.Tests.Docs;

/// <summary>The blocks that no test runs, each with the reason.</summary>
internal static class UnrunBlocks
{
    private const string Benchmark = "measures for minutes, and needs a quiet machine";
    private const string OtherTests = "runs other tests of this project, some of them for an hour";
    private const string Excerpt = "an excerpt of output, to explain its parts";
    private const string Azure = "needs Azure, Docker or the Functions host";
    private const string Download = "downloads packages";
    private const string PowerShell = "needs PowerShell, which few build machines have";
    private const string Prometheus = "a file of Prometheus, whose metrics MetricsPageTests compare";
    private const string Installing = "installs or publishes; .ci/run does most of it";
    private const string OutcomeTests = "needs the id of a lead; OutcomesEndpointTests and OutcomesImportTests do the same";
    private const string ReturnTests = "needs the id of a lead; ReturnsEndpointTests and ReturnsCommandTests do the same";
    private const string OptOutTests = "needs a key or the id of an opt-out; OptOutsEndpointTests do the same";
    private const string Drawing = "a drawing";

    /// <summary>Blocks of which every command begins like this.</summary>
    private static readonly (string Start, string Reason)[] Commands =
    [
        ("dotnet run -c Release --project LeadFilter.Benchmarks -- ", Benchmark),
        ("dotnet test", OtherTests),
    ];

    /// <summary>Other blocks, by how they begin.</summary>
    private static readonly (string Page, string Start, string Reason)[] Single =
    [
        ("README.md", "Invoke-RestMethod ", PowerShell),
        ("docs/architecture.md", "", Drawing),
        ("docs/azure.md", "", Azure),
        ("docs/campaigns.md", "solar.json:212:18 ", Excerpt),
        ("docs/cli.md", "error: campaigns/solar.json:212:18 ", Excerpt),
        ("docs/cli.md", "line 17: acme: expected accept, got too_old", Excerpt),
        ("docs/cli.md", "  cap       vendor   source ", Excerpt),
        ("docs/cli.md", "leadfilter lead ", "needs the id of a lead; ShowLeadTests do the same"),
        ("docs/cli.md", "lead:       ", Excerpt),
        ("docs/cli.md", "leadfilter opt-outs ", OptOutTests),
        ("docs/cli.md", "leadfilter outcomes import samples", "needs the leads that were sent; .ci/run does it"),
        ("docs/cli.md", "leadfilter returns import ", ReturnTests),
        ("docs/data.md", "npm install ", Download),
        ("docs/delivery.md", "POST /leads", Excerpt),
        ("docs/delivery.md", "signed = ", Excerpt),
        ("docs/delivery.md", "expected = ", Excerpt),
        ("docs/install.md", "", Installing),
        ("docs/notices.md", "POST /notices", Excerpt),
        ("docs/notices.md", "signed = ", Excerpt),
        ("docs/notices.md", "const { createHmac", Excerpt),
        ("docs/notices.md", "BODY=", "calls a vendor; NoticeForwarderTests sign and compare the same"),
        ("docs/operating.md", "upstream leadfilter ", Excerpt),
        ("docs/statements.md", "solar, acme, 2026-11: by month ", Excerpt),
        ("docs/operating.md", "leads.example.com {", Excerpt),
        ("docs/http.md", "Idempotency-Key: ", Excerpt),
        ("docs/http.md", "Invoke-RestMethod ", PowerShell),
        ("docs/http.md", "using System.Net.Http.Json;", "needs a project of its own"),
        ("docs/local-azure.md", "", Azure),
        ("docs/metrics.md", "scrape_configs:", Prometheus),
        ("docs/metrics.md", "groups:", Prometheus),
        ("docs/metrics.md", "OTEL_EXPORTER_OTLP_ENDPOINT=", "needs a collector"),
        ("docs/opt-outs.md", "curl ", OptOutTests),
        ("docs/opt-outs.md", "leadfilter opt-outs proof ", OptOutTests),
        ("docs/outcomes.md", "curl -X POST ", OutcomeTests),
        ("docs/outcomes.md", "leadfilter outcomes import crm-export.csv", OutcomeTests),
        ("docs/outcomes.md", "crm_id,event,", Excerpt),
        ("docs/outcomes.md", "{ \"lead\": \"{!$Record", "a body for Salesforce"),
        ("docs/returns.md", "curl ", ReturnTests),
        ("docs/returns.md", "leadfilter returns import ", ReturnTests),
        ("docs/returns.md", "requested ──> ", Drawing),
        ("docs/performance.md", "awk ", Benchmark),
        ("docs/performance.md", "dotnet run -c Release --project LeadFilter.Benchmarks -- --filter '*PhoneBenchmarks*'", Download),
    ];

    /// <summary>Why a block is not run; null if it must be.</summary>
    public static string? Reason(FencedBlock block) =>
        Commands.FirstOrDefault(command => Texts(block).All(text => text.StartsWith(command.Start, StringComparison.Ordinal))).Reason
        ?? Single.FirstOrDefault(single => Names(single, block)).Reason;

    /// <summary>What is listed and is on no page any more.</summary>
    public static IEnumerable<string> Stale(IReadOnlyList<FencedBlock> blocks) =>
        Single.Where(single => !blocks.Any(block => Names(single, block))).Select(single => $"{single.Page}: {single.Start}");

    private static bool Names((string Page, string Start, string Reason) single, FencedBlock block) =>
        single.Page == block.Page && block.Text.StartsWith(single.Start, StringComparison.Ordinal);

    /// <summary>The commands of a block, each without the settings of the environment before it.</summary>
    private static IEnumerable<string> Texts(FencedBlock block) =>
        block.Text.Replace("\\\n", "", StringComparison.Ordinal).Split('\n')
            .Where(line => line != "")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => string.Join(' ', words.SkipWhile(word => word.Contains('=', StringComparison.Ordinal))));
}
