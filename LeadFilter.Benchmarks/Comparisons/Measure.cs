namespace LeadFilter.Benchmarks.Comparisons;

/// <summary>What is compared.</summary>
internal enum Measure
{
    /// <summary>Leads a second, as fast as answers come: more is better.</summary>
    Rate,

    /// <summary>The time that 99 % of the answers took at most, at the same steady rate: less is better.</summary>
    Tail,
}
