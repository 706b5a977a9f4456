namespace LeadFilter.Scale;

/// <summary>What becomes of a lead, as far as it decides which calls are made for it.</summary>
internal enum LeadKind
{
    /// <summary>A rule on the lead alone rejects it: nothing is looked up or claimed.</summary>
    Screened,

    /// <summary>It passes the rules, but its first identity is claimed by another lead.</summary>
    Duplicate,

    /// <summary>It is bought.</summary>
    Bought,
}
