using System.Globalization;
using LeadFilter.Core.Capacity;

namespace LeadFilter.Scale;

/// <summary><c>scale</c>: what the filter would do on Azure at 10, 1,000 and 10,000 leads a second, on paper. See docs/scale.md.</summary>
internal static class ScaleCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "scale";

    private const int UsualSeed = 1;
    private const int MaxRate = 20_000;
    private const int MaxBatch = 1_000;

    private const string Help = """
        Simulates the filter on Azure: leads, instances, tables, Service Bus and the CRM, by Azure's published limits (docs/scale.md).

        scale [--rate N] [--cap N] [--batch N [--in-call N]] [--seed N] [--json]

          --rate   one rate, 1 to 20000 leads a second; 10, 1000 and 10000 without it
          --cap    the limit of the cap, 1 to 1000000; leads that come when it is full count as bought (1000000)
          --batch  how many messages a trigger receives and completes together, 1 to 1000, in each scenario; without it, the
                   scenarios of docs/scale.md
          --in-call
                   how many of them a call brings to the CRM, 1 to the batch (1)
          --seed   another run of chance; the same seed gives the same result (1)
          --json   everything that was measured, for scripts

        Example: dotnet run -c Release --project LeadFilter.Benchmarks -- scale --rate 1000 --cap 10000 --seed 7
        """;

    /// <summary>Runs it.</summary>
    /// <param name="args">Its arguments.</param>
    public static int Run(string[] args)
    {
        var (rates, limit, seed, json) = (Scenarios.Rates, CapLimit.MaxLeads, UsualSeed, false);
        var (batch, inCall) = ((int?)null, 1);
        for (var at = 0; at < args.Length; at++)
        {
            switch (args[at])
            {
                case "--help" or "-h":
                    Console.WriteLine(Help);
                    return 0;
                case "--json":
                    json = true;
                    break;
                case "--seed" when ++at < args.Length && int.TryParse(args[at], CultureInfo.InvariantCulture, out seed):
                    break;
                case "--rate" when ++at < args.Length
                    && int.TryParse(args[at], CultureInfo.InvariantCulture, out var rate)
                    && rate is > 0 and <= MaxRate:
                    rates = [rate];
                    break;
                case "--cap" when ++at < args.Length
                    && int.TryParse(args[at], CultureInfo.InvariantCulture, out var places)
                    && places is > 0 and <= CapLimit.MaxLeads:
                    limit = places;
                    break;
                case "--batch" when ++at < args.Length
                    && int.TryParse(args[at], CultureInfo.InvariantCulture, out var messages)
                    && messages is > 0 and <= MaxBatch:
                    batch = messages;
                    break;
                case "--in-call" when ++at < args.Length
                    && int.TryParse(args[at], CultureInfo.InvariantCulture, out inCall)
                    && inCall > 0 && inCall <= (batch ?? 0):
                    break;
                default:
                    Console.Error.WriteLine($"'{args[Math.Min(at, args.Length - 1)]}' is not understood there.\n\n{Help}");
                    return 2;
            }
        }

        Show(rates, limit, batch is { } size ? (size, inCall) : null, seed, json);
        return 0;
    }

    private static void Show(IReadOnlyList<int> rates, int limit, (int, int)? batch, int seed, bool json)
    {
        var results = new List<ScaleResult>();
        if (!json)
        {
            Console.WriteLine($"Seed {seed}. Rates at which the mean load reaches a limit, leads/s, lowest first:\n");
            Console.WriteLine(ScaleReport.Ceilings("- Standard, as the templates are", Ceiling.Of(new(), new())));
            Console.WriteLine(ScaleReport.Ceilings("- Premium, 4 units", Ceiling.Of(new(), Scenarios.Premium(10_000))));
            Console.WriteLine(ScaleReport.Ceilings("- advised for 10,000", Ceiling.Of(new(), Scenarios.Advised(10_000))));
            Console.WriteLine(ScaleReport.Ceilings("- Standard, batches of 10", Ceiling.Of(new(), new() { DeliveryBatch = 10 })));
            Console.WriteLine(
                ScaleReport.Ceilings("- Standard, 10 in a call", Ceiling.Of(new(), new() { DeliveryBatch = 10, LeadsInCall = 10 })));
            Console.WriteLine("\nHow long the sweep takes to pass all rows once, when as many are kept as ever will be:\n");
            foreach (var rate in rates)
            {
                Console.WriteLine(ScaleReport.Sweep(rate));
            }

            Console.WriteLine($"\n{ScaleReport.Head}");
        }

        foreach (var rate in rates)
        {
            foreach (var (name, workload, deployment) in Scenarios.For(rate, limit, batch))
            {
                var result = new Simulation(workload, deployment, seed).Run(Scenarios.SecondsOf(rate)) with { Scenario = name };
                results.Add(result);
                if (!json)
                {
                    Console.WriteLine(ScaleReport.Line(result));
                }
            }
        }

        if (json)
        {
            Console.WriteLine(ScaleReport.ToJson(seed, results));
        }
    }
}
