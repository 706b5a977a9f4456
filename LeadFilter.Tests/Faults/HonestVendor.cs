using System.Collections.Concurrent;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// A vendor that sends new leads, some of people whom others sell too, sends some of them again for no reason, and all of them
/// again that were not decided. It notes all that it is told. Several threads may send at once.
/// </summary>
/// <param name="name">The vendor's id.</param>
/// <param name="persons">Whom it sells.</param>
/// <param name="history">Where it notes.</param>
/// <param name="seed">Makes its choices.</param>
internal sealed class HonestVendor(string name, Persons persons, History history, int seed)
{
    private static readonly string[] States = ["CA", "TX", "NY"];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Random random = new(seed);
    private readonly List<Offer> offers = [];
    private readonly ConcurrentDictionary<Offer, bool> undecided = new();
    private int fullCaps;

    /// <summary>How many of its leads met a full cap.</summary>
    public int FullCaps => Volatile.Read(ref fullCaps);

    /// <summary>How many of its leads are not decided.</summary>
    public int Undecided => undecided.Count;

    /// <summary>Sends one lead: a new one, or one again.</summary>
    /// <returns>False if there was no answer.</returns>
    public Task<bool> SendNextAsync(FilterVisitor visitor) => SendAsync(visitor, Next());

    /// <summary>Sends a lead of somebody whom nobody sold before.</summary>
    /// <returns>False if there was no answer.</returns>
    public Task<bool> SendNewAsync(FilterVisitor visitor)
    {
        lock (random)
        {
            return SendAsync(visitor, Make(persons.New(), isReachable: true));
        }
    }

    /// <summary>Sends everything again that is not decided, until it is, and some of what is.</summary>
    /// <param name="visitors">Running filters; it goes from one to the next.</param>
    public async Task SettleAsync(params IReadOnlyList<FilterVisitor> visitors)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var turn = 0; !undecided.IsEmpty; turn++)
        {
            Assert.IsLessThan(Patience, TimeProvider.System.GetElapsedTime(started), $"{undecided.Count} leads of {name} are never decided");
            await Task.WhenAll(undecided.Keys.Take(32).Select(offer => SendAsync(visitors[turn % visitors.Count], offer)));
            if (!undecided.IsEmpty)
            {
                await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
            }
        }

        foreach (var some in offers.Where((_, at) => at % 5 == 0).Chunk(32))
        {
            await Task.WhenAll(some.Select((offer, at) => SendAsync(visitors[at % visitors.Count], offer)));
        }
    }

    private Offer Next()
    {
        lock (random)
        {
            return random.Next(100) switch
            {
                < 15 when offers.Count > 0 => offers[random.Next(offers.Count)],
                < 30 when undecided.Keys.FirstOrDefault() is { } again => again,
                < 50 => Make(persons.Known(random), isReachable: true),
                < 55 => Make(persons.New(), isReachable: false),
                _ => Make(persons.New(), isReachable: true),
            };
        }
    }

    private Offer Make(string person, bool isReachable)
    {
        var id = $"{name}-{offers.Count}";
        var fields = new Dictionary<string, string>
        {
            ["email"] = isReachable ? $"{person}@example.com" : $"{person} at home",
            ["state"] = States[random.Next(States.Length)],
            ["sub_id"] = id,
        };
        var offer = new Offer(id, person, fields, random.Next(3) == 0 ? id : null);
        offers.Add(offer);
        return offer;
    }

    private async Task<bool> SendAsync(FilterVisitor visitor, Offer offer)
    {
        undecided[offer] = true;
        VendorAnswer? answer = null;
        try
        {
            answer = await visitor.SendAsync(name, offer.Fields, offer.Key);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // No answer, which is noted like one.
        }

        var told = Told.Of(name, offer.Name, offer.Person, answer);
        history.Add(told);
        if (told.Outcome is ToldOutcome.Success or ToldOutcome.Failure)
        {
            undecided.TryRemove(offer, out _);
        }

        if (answer?.Reasons.Contains("cap_reached") == true)
        {
            Interlocked.Increment(ref fullCaps);
        }

        return answer is not null;
    }
}
