using System.Text.RegularExpressions;

namespace LeadFilter.Core.Patterns;

/// <summary>A pattern that searches texts without backtracking, in bounded time and memory.</summary>
public sealed class Pattern
{
    /// <summary>The longest text that is searched, in characters: 4,096.</summary>
    public const int MaxSearchedLength = 4096;

    /// <summary>
    /// How long one search may take. The engine looks at its clock now and then only, so it may take a few times as long.
    /// </summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(100);

    private readonly string text;
    private readonly PatternMemory memory;
    private volatile Engine engine;

    /// <summary>Makes a pattern.</summary>
    /// <param name="text">The pattern, in .NET's syntax, read without case.</param>
    /// <param name="memory">What all patterns of a campaign may take together.</param>
    /// <exception cref="RegexParseException">It is not well formed.</exception>
    /// <exception cref="NotSupportedException">It needs backtracking, or repeats far too much.</exception>
    public Pattern(string text, PatternMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        this.text = text;
        this.memory = memory;
        var before = GC.GetAllocatedBytesForCurrentThread();
        engine = NewEngine();
        memory.Make(GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Whether a text has the pattern anywhere.</summary>
    /// <param name="searched">The text, of at most <see cref="MaxSearchedLength"/> characters.</param>
    /// <param name="learned">How many bytes the engine allocated to learn states that it had not met before.</param>
    /// <returns>Null if it took too long to say.</returns>
    public bool? IsIn(ReadOnlySpan<char> searched, out long learned)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        bool? found;
        try
        {
            found = Current().IsMatch(searched);
        }
        catch (RegexMatchTimeoutException)
        {
            found = null;
        }

        learned = GC.GetAllocatedBytesForCurrentThread() - before;
        memory.Learn(learned);
        return found;
    }

    // Two threads may both make one; each is sound.
    private Regex Current()
    {
        var current = engine;
        if (current.Generation != memory.Generation)
        {
            engine = current = NewEngine();
        }

        return current.Regex;
    }

    private Engine NewEngine() => new(
        new(text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MaxTime),
        memory.Generation);

    private sealed record Engine(Regex Regex, int Generation);
}
