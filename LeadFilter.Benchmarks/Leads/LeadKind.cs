namespace LeadFilter.Benchmarks.Leads;

/// <summary>What the filter does with the leads of a measurement.</summary>
internal enum LeadKind
{
    /// <summary>All are rejected by a rule.</summary>
    Rejects,

    /// <summary>All are bought.</summary>
    Accepts,

    /// <summary>Every other one is bought.</summary>
    Mix,
}
