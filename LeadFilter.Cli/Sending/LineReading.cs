namespace LeadFilter.Cli.Sending;

/// <summary>What came of reading a line: a lead or what is wrong with it.</summary>
internal readonly record struct LineReading
{
    /// <summary>The lead; null if the line is broken.</summary>
    public LeadLine? Lead { get; private init; }

    /// <summary>What is wrong, with the line's number; null if nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>A lead.</summary>
    /// <param name="lead">The lead.</param>
    public static LineReading Of(LeadLine lead) => new() { Lead = lead };

    /// <summary>A broken line.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="problem">What is wrong with it, without its values.</param>
    public static LineReading Broken(long number, string problem) => new() { Problem = $"line {number}: {problem}" };
}
