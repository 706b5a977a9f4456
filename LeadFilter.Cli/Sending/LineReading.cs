using System.Runtime.InteropServices;

namespace LeadFilter.Cli.Sending;

/// <summary>What came of reading a line: a lead or what is wrong with it.</summary>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Lead">The lead; null if the line is broken.</param>
/// <param name="Problem">What is wrong with it, without its values; null if nothing is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineReading(long Number, LeadLine? Lead, string? Problem)
{
    /// <summary>What is wrong, with the line's number; null if nothing is.</summary>
    public string? Message => Problem is null ? null : $"line {Number}: {Problem}";

    /// <summary>A lead.</summary>
    /// <param name="lead">The lead.</param>
    public static LineReading Of(LeadLine lead) => new(lead.Number, lead, null);

    /// <summary>A broken line.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="problem">What is wrong with it, without its values.</param>
    public static LineReading Broken(long number, string problem) => new(number, null, problem);
}
