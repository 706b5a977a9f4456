using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeadFilter.Benchmarks.Measuring;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Outcomes;
using LeadFilter.Sqlite;

namespace LeadFilter.Benchmarks.Outcomes;

/// <summary><c>outcomes</c>: how fast outcomes of bought leads are taken.</summary>
internal static class OutcomesCommand
{
    public const string Name = "outcomes";

    private const int Leads = 2_000;
    private const int BatchSize = 1_000;
    private const string Json = """
        {
          "campaign": "outcomes", "version": "1", "rules": [],
          "prices": [ { "price": 10 } ],
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "vendors": { "acme": { } }
        }
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var count = Options.Number("--lines", "N", "How many outcomes are taken", 100_000, 1_000, 10_000_000);
        var json = Options.Json();
        var command = new ExampledCommand(
            Name,
            "Takes outcomes of 2,000 delivered leads into the filter's SQLite store, in batches of 1,000 lines as `leadfilter outcomes "
                + "import` sends them, without HTTP: once when they are new, and once more when all are known.",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- outcomes",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- outcomes --lines 1000000 --json")
        {
            count, json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(count), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int lines, bool json, CancellationToken cancellation)
    {
        var load = Report.MachineLoad();
        var folder = Directory.CreateTempSubdirectory("leadfilter-outcomes-");
        try
        {
            await using var store = SqliteStore.Open(folder.FullName, TimeProvider.System);
            var campaign = CampaignLoader.Load("outcomes.json", Encoding.UTF8.GetBytes(Json), null).Value!;
            var leads = await BuyAsync(store, campaign, cancellation);
            var outcomes = OutcomesOn(store);
            var added = await TakeAsync(outcomes, campaign, leads, lines, OutcomeVerdict.Counted, cancellation);
            var known = await TakeAsync(outcomes, campaign, leads, lines, OutcomeVerdict.Known, cancellation);
            Write(load, lines, added, known, json);
            return ExitCode.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static RecordOutcomes OutcomesOn(SqliteStore store)
    {
        var identities = new PersonIdentities(new IdentityHasher(new byte[IdentityHasher.MinSecretLength]));
        var leads = new BoughtLeads(
            new(store.Tables), new(store.Tables), new(store.Tables, store.Changes, campaigns: null), identities, TimeProvider.System);
        return new(leads, store.Changes, TimeProvider.System);
    }

    private static async Task<LeadId[]> BuyAsync(SqliteStore store, Campaign campaign, CancellationToken cancellation)
    {
        var ledger = new LeadLedger(store.Tables);
        var ids = new LeadIds(new Random(7));
        var now = TimeProvider.System.GetUtcNow();
        var leads = Enumerable.Range(0, Leads).Select(_ => ids.Next(now.AddDays(-1))).ToArray();
        await Parallel.ForEachAsync(leads, cancellation, async (lead, stopping) => await ledger.RecordAsync(
            new()
            {
                Lead = lead,
                Campaign = campaign.Id,
                CampaignVersion = campaign.Version,
                Vendor = VendorId.TryParse("acme", out var acme) ? acme : default,
                Price = Money.TryCreate(10, out var price) ? price : default,
                ReceivedAt = lead.MadeAt,
                Delivery = new(lead, lead.MadeAt, lead.MadeAt.AddSeconds(1), 1, 200, null),
            },
            stopping));
        return leads;
    }

    private static async Task<double> TakeAsync(
        RecordOutcomes outcomes, Campaign campaign, LeadId[] leads, int lines, OutcomeVerdict expected, CancellationToken cancellation)
    {
        var reader = new OutcomeReader(campaign);
        var at = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var started = Stopwatch.GetTimestamp();
        for (var start = 0; start < lines; start += BatchSize)
        {
            var told = Enumerable.Range(start, Math.Min(BatchSize, lines - start)).Select(number => reader.Read(number, name => name switch
            {
                "lead" => leads[number % Leads].ToString(),
                "event" => "attempted",
                "at" => at,
                "by" => "person",
                "id" => string.Create(CultureInfo.InvariantCulture, $"e-{number}"),
                _ => null,
            })).ToList();
            var results = await outcomes.HandleAsync(campaign, told, isTrying: false, cancellation);
            if (results.FirstOrDefault(result => result.Verdict != expected) is { } other)
            {
                throw new InvalidOperationException($"An outcome is {other.Verdict} instead of {expected}: {other.Refusal?.Code}");
            }
        }

        return lines / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Write(double? load, int lines, double added, double known, bool json)
    {
        if (json)
        {
            Report.WriteJson(new { LoadAverage = load, Lines = lines, NewPerSecond = added, KnownPerSecond = known });
            return;
        }

        Report.WriteMachine(load);
        Console.WriteLine();
        Report.WriteTable(
            ["outcomes", "lines/s"],
            [["new", $"{added:#,0}"], ["known before", $"{known:#,0}"]]);
    }
}
