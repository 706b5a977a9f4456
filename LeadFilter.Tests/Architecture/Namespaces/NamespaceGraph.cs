namespace LeadFilter.Tests.Architecture.Namespaces;

/// <summary>Which namespaces know which, and by what.</summary>
internal sealed class NamespaceGraph
{
    private const int MaxReasons = 5;

    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> arrows = new(StringComparer.Ordinal);

    /// <summary>Adds an arrow. That a namespace knows itself is none.</summary>
    /// <param name="from">The namespace that knows another.</param>
    /// <param name="to">The namespace that is known.</param>
    /// <param name="reason">What makes the arrow.</param>
    public void Add(string from, string to, string reason)
    {
        if (from == to)
        {
            return;
        }

        if (!arrows.TryGetValue(from, out var known))
        {
            arrows[from] = known = new(StringComparer.Ordinal);
        }

        if (!known.TryGetValue(to, out var reasons))
        {
            known[to] = reasons = new(StringComparer.Ordinal);
        }

        reasons.Add(reason);
    }

    /// <summary>The namespaces that a namespace knows.</summary>
    public IReadOnlyCollection<string> KnownBy(string from) => arrows.TryGetValue(from, out var known) ? known.Keys : [];

    /// <summary>What makes an arrow; empty if there is none.</summary>
    public IReadOnlyCollection<string> ReasonsOf(string from, string to) =>
        arrows.TryGetValue(from, out var known) && known.TryGetValue(to, out var reasons) ? reasons : [];

    /// <summary>A circle of the fewest namespaces, each of which knows the next, and the last the first; empty if there is none.</summary>
    public IReadOnlyList<string> ShortestCircle() =>
        arrows.Keys.Select(ShortestWayBackTo).Where(static circle => circle.Count > 0).MinBy(static circle => circle.Count) ?? [];

    /// <summary>A circle in words, with what makes each arrow; empty for none.</summary>
    public string Describe(IReadOnlyList<string> circle) => string.Join('\n', circle.Select((from, at) =>
    {
        var to = circle[(at + 1) % circle.Count];
        var reasons = ReasonsOf(from, to);
        var more = reasons.Count > MaxReasons ? $" and {reasons.Count - MaxReasons} more" : "";
        return $"{from} -> {to}: {string.Join(", ", reasons.Take(MaxReasons))}{more}";
    }));

    private List<string> ShortestWayBackTo(string start)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var from))
        {
            foreach (var to in KnownBy(from))
            {
                if (to == start)
                {
                    return WayTo(from, before);
                }

                if (before.TryAdd(to, from))
                {
                    next.Enqueue(to);
                }
            }
        }

        return [];
    }

    private static List<string> WayTo(string end, Dictionary<string, string> before)
    {
        var way = new List<string> { end };
        while (before.TryGetValue(way[0], out var earlier))
        {
            way.Insert(0, earlier);
        }

        return way;
    }
}
