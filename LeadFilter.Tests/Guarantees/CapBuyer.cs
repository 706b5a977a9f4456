using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Capacity;
using LeadFilter.Tests.Meters;

namespace LeadFilter.Tests.Guarantees;

/// <summary>Sends leads of different people to a campaign with a cap and a budget for as many leads, from many threads: the work of one process of several.</summary>
internal static class CapBuyer
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static Campaign CampaignOf(int limit) => TestCampaign.Loaded(CapCampaign.With(
        $$"""[ {{CapCampaign.Daily(limit)}}, { "id": "budget", "limit": "${{(limit * Price).ToString(CultureInfo.InvariantCulture)}}", "per": "day" } ]"""));

    /// <summary>What each lead costs.</summary>
    private const decimal Price = 12.5m;

    /// <summary>The word for the process of the tests' own code.</summary>
    public const string Word = "buy-under-a-cap";

    /// <summary>The work of the process: data folder, limit, first lead, how many, threads. Prints how many were bought and how many met a full cap.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var numbers = arguments[1..].Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        await using var store = SqliteStore.Open(arguments[0], TimeProvider.System);
        var (bought, full) = await SendAsync(store, CampaignOf(numbers[0]), numbers[1], numbers[2], numbers[3], CancellationToken.None);
        await Console.Out.WriteLineAsync($"{bought} {full}");
        return 0;
    }

    private static async Task<(int Bought, int Full)> SendAsync(
        SqliteStore store, Campaign campaign, int first, int count, int threads, CancellationToken cancellation)
    {
        using var meters = new TestMeters();
        var submit = StoreIntake.On(store, new(new byte[32]), meters);
        var (next, bought, full) = (first - 1, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(
            async () =>
            {
                while (Interlocked.Increment(ref next) is var number && number < first + count)
                {
                    var draft = new LeadDraft(campaign.Layout);
                    draft.Add("email", $"person{number}@example.com");
                    var vendor = TestCampaign.Id("acme");
                    var answer = await submit.HandleAsync(campaign, campaign.Policies[vendor], vendor, draft.ToLead(ReceivedAt), null, default, cancellation);
                    Interlocked.Add(ref bought, answer!.Outcome == Outcome.Success ? 1 : 0);
                    Interlocked.Add(ref full, answer.Reasons is [{ Code: var code }] && code.ToString() == "cap_reached" ? 1 : 0);
                }
            },
            cancellation)));
        return (bought, full);
    }
}
