using System.CommandLine;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Measuring;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Http;

/// <summary>What <c>http</c> can be told.</summary>
internal sealed class HttpOptions
{
    private readonly Option<LeadKind[]> leads = new("--leads")
    {
        Description = "What to send; all three unless said",
        HelpName = "rejects|accepts|mix",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<Peer[]> against = new("--against")
    {
        Description = "What to measure the filter against, one or several: a server that only stores (floor; this one unless said), "
            + "what a good team writes in a week (team), one that only reads the JSON (bare)",
        HelpName = "floor|team|bare",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> connections = Options.Number("--connections", "N", "How many connections", 64, 1, 1024);

    private readonly Option<int> rate = Options.Number(
        "--rate", "N", "Leads a second of the open loop, 0 for half of what the filter reached in the closed loop", 0, 0, 1_000_000);

    private readonly Option<int> rounds = Options.Number(
        "--rounds", "N", "How many times each server is measured, by turns; the figures are medians of the rounds", 5, 1, 99);

    private readonly Option<int> seconds = Options.Number("--seconds", "N", "How long each run takes", 2, 1, 3600);

    private readonly Option<int> warmup = Options.Number("--warmup", "N", "For how many seconds leads are sent before", 6, 0, 600);

    private readonly Option<string?> filter = Options.Filter();

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [leads, against, connections, rate, rounds, seconds, warmup, filter];

    /// <summary>What a command line says.</summary>
    /// <param name="parsed">The command line.</param>
    public HttpSettings Read(ParseResult parsed) => new()
    {
        Leads = parsed.GetValue(leads) is { Length: > 0 } some ? [.. some.Distinct()] : Enum.GetValues<LeadKind>(),
        Against = parsed.GetValue(against) is { Length: > 0 } peers ? [.. peers.Distinct()] : [Peer.Floor],
        Connections = parsed.GetValue(connections),
        Rate = parsed.GetValue(rate) is > 0 and var given ? given : null,
        Rounds = parsed.GetValue(rounds),
        Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
        Warmup = TimeSpan.FromSeconds(parsed.GetValue(warmup)),
        Filter = parsed.GetValue(filter),
    };
}
