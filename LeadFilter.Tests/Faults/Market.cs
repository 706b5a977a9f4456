using LeadFilter.Sqlite.Folders;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// Three vendors that sell some of the same people, one campaign with caps and a duplicates window, and a CRM that is sometimes
/// slow, fails, or answers 500 though it took the lead. What stands between them is the test's.
/// </summary>
internal sealed class Market : IAsyncDisposable
{
    private const int ConnectionsEach = 4;
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(20);
    private static readonly string[] Names = ["acme", "bright", "stranger"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Terms terms;
    private readonly History told;
    private readonly HonestCrm teller;

    private Market(MoodyCrm crm, Random random, int cap, int share)
    {
        Crm = crm;
        Folders = new(crm.Address, CampaignOf(cap, share));
        terms = new()
        {
            DuplicateWindow = TimeSpan.FromDays(30),
            Caps = [new("daily", cap, TimeSpan.FromDays(1)), .. Names.Select(vendor => new CapTerms($"share of {vendor}", share, TimeSpan.FromDays(1), vendor))],
        };
        told = new(terms);
        var persons = new Persons();
        teller = new(crm, told, random.Next());
        Vendors = [.. Names.Select(name => new HonestVendor(name, persons, told, random.Next()))];
    }

    public MoodyCrm Crm { get; }

    public FilterFolders Folders { get; }

    public IReadOnlyList<HonestVendor> Vendors { get; }

    /// <summary>What the vendors were told.</summary>
    public IReadOnlyCollection<Told> Told => told.Told;

    private string DataFile => Path.Combine(Folders.Data, DataFolder.FileName);

    /// <param name="random">Makes all choices of CRM and vendors.</param>
    /// <param name="cap">How many leads are bought at most; of one vendor, half of it.</param>
    public static async Task<Market> OpenAsync(Random random, int cap)
    {
        var moods = new Random(random.Next());
        var crm = await MoodyCrm.StartAsync(async (_, call) =>
        {
            int choice;
            lock (moods)
            {
                choice = moods.Next(100);
            }

            if (choice < 10)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * (choice + 1)), TimeProvider.System, CancellationToken.None);
            }

            return call > 1 ? Mood.Take : choice switch { < 15 => Mood.TakeAndFail, < 18 => Mood.TakeAndReset, < 22 => Mood.Fail, _ => Mood.Take };
        });
        return new(crm, random, cap, Math.Max(1, cap / 2));
    }

    /// <summary>
    /// All vendors send over several connections each, until a connection gets no answer or the test has enough; meanwhile the CRM tells
    /// what became of their leads.
    /// </summary>
    /// <param name="visitor">The filter for a connection.</param>
    /// <param name="answered">Told after each answer; false ends the connection's sending.</param>
    public async Task SendAsync(Func<int, FilterVisitor> visitor, Func<bool> answered)
    {
        var selling = Task.WhenAll(Enumerable.Range(0, ConnectionsEach * Vendors.Count).Select(connection => Task.Run(async () =>
        {
            bool goesOn;
            do
            {
                goesOn = await Vendors[connection % Vendors.Count].SendNextAsync(visitor(connection)) && answered();
            }
            while (goesOn);
        })));
        for (var turn = 0; !selling.IsCompleted; turn++)
        {
            // One that is not answered by one filter turns to the next connection's.
            if (!await teller.TellNextAsync(visitor(turn % (ConnectionsEach * Vendors.Count))))
            {
                await Task.WhenAny(selling, Task.Delay(RetryPause, TimeProvider.System, CancellationToken.None));
            }
        }

        await selling;
    }

    /// <summary>Sends new leads until one meets a full cap.</summary>
    public async Task FillCapAsync(FilterVisitor visitor)
    {
        for (var sent = 0; Vendors.Sum(vendor => vendor.FullCaps) == 0; sent++)
        {
            Assert.IsLessThanOrEqualTo(terms.Caps[0].Limit, sent, "no cap is ever full");
            await Vendors[sent % Vendors.Count].SendNewAsync(visitor);
        }
    }

    /// <summary>
    /// Vendors send again what is not decided, and the CRM what is not acknowledged, some of the rest too, and everything is delivered.
    /// </summary>
    public async Task SettleAsync(params FilterVisitor[] visitors)
    {
        await Task.WhenAll(Vendors.Select(vendor => vendor.SettleAsync(visitors)).Append(teller.SettleAsync(visitors)));
        await DeliveredAsync();
    }

    /// <summary>Waits until every lead is delivered or given up, and every record is written.</summary>
    public Task DeliveredAsync() =>
        Eventually.HoldsAsync(() => Task.FromResult(StoredHistory.CountMoving(DataFile) == 0), "leads are still in the queue", Patience);

    /// <summary>Everything that happened up to now.</summary>
    public History Look()
    {
        var history = new History(terms);
        history.AddAll(told.Told);
        foreach (var one in told.ToldEvents)
        {
            history.Add(one);
        }

        history.AddAll(Crm.TakenCalls);
        StoredHistory.AddTo(history, DataFile);
        return history;
    }

    public async ValueTask DisposeAsync()
    {
        await Crm.DisposeAsync();
        Folders.Dispose();
    }

    private static string CampaignOf(int cap, int share) => $$"""
        {
          "campaign": "loans", "version": "test.1", "timeZone": "UTC",
          "rules": [ { "id": "reachable", "category": "contact", "reason": "uncontactable", "rejectWhen": { "field": "email", "is": "invalid" } } ],
          "duplicates": { "by": [ "email" ], "windowDays": 30 },
          "caps": [ { "id": "daily", "limit": {{cap}}, "per": "day" }, { "id": "share", "limit": {{share}}, "per": "day", "by": "vendor" } ],
          "prices": [ { "when": { "field": "state", "op": "equal", "value": "CA" }, "price": 15 }, { "price": 12.5 } ],
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "returns": { "windowDays": 30, "answerDays": 30, "silence": "deny", "reasons": { "bad": "Bad" } },
          "vendors": { "acme": { "returns": { } }, "bright": { "price": 9, "returns": { } }, "stranger": { "price": 7.25, "returns": { } } }
        }
        """;
}
