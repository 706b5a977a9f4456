using System.Collections.Concurrent;

namespace LeadFilter.Tests.Faults;

/// <summary>The people whom several vendors have leads of: most are known to one vendor, and some to several.</summary>
internal sealed class Persons
{
    private readonly ConcurrentDictionary<int, string> known = new();
    private int count;

    /// <summary>Somebody whom no vendor had before.</summary>
    public string New()
    {
        var number = Interlocked.Increment(ref count) - 1;
        return known.GetOrAdd(number, $"person-{number}");
    }

    /// <summary>Somebody whom a vendor had before.</summary>
    public string Known(Random random) => known.TryGetValue(random.Next(Math.Max(1, count)), out var person) ? person : New();
}
