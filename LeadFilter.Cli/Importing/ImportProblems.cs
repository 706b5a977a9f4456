using System.Globalization;
using LeadFilter.Cli.Invocation;
using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Cli.Importing;

/// <summary>The rows of an import that were passed over: the first ones, and how many in all. It does not grow with the file.</summary>
internal sealed class ImportProblems
{
    private const int MaxShown = 50;

    private readonly List<InvalidValue> first = [];

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<InvalidValue> First => first;

    /// <summary>The problems of a batch at the lines of the file that it is from.</summary>
    /// <param name="problems">The problems that were told, by their place in the batch, from 1.</param>
    /// <param name="count">How many there were.</param>
    /// <param name="lines">The lines of the batch.</param>
    public static IReadOnlyList<InvalidValue> AtLines(IReadOnlyList<InvalidValue> problems, int count, IReadOnlyList<long> lines) =>
    [
        .. problems.Where(one => one.Line >= 1 && one.Line <= lines.Count).Select(
            one => new InvalidValue(lines[(int)one.Line - 1], one.Why)),
        .. Enumerable.Repeat(new InvalidValue(lines[^1], "one of the lines before it, too"), Math.Max(0, count - problems.Count)),
    ];

    /// <summary>Notes one.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="why">Why, without the value.</param>
    public void Add(long line, string why)
    {
        Count++;
        if (first.Count < MaxShown)
        {
            first.Add(new(line, why));
        }
    }

    /// <summary>Tells of them on the error output.</summary>
    /// <param name="surroundings">Where to.</param>
    public void Tell(Surroundings surroundings)
    {
        foreach (var (line, why) in first)
        {
            surroundings.Err.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {line}: {Printable.Of(why)}"));
        }

        if (Count > first.Count)
        {
            surroundings.Err.WriteLine($"… and {Counted.Of(Count - first.Count, "more line")}");
        }
    }
}
