namespace LeadFilter.Pipeline.Capacity;

/// <summary>What a process believes of a stretch of places.</summary>
internal enum StretchState : byte
{
    /// <summary>No process has opened it.</summary>
    Unopened,

    /// <summary>It is open, and some of its places may be free.</summary>
    Open,

    /// <summary>All that can be known of it is known: its places are taken, or about to be tried by this process.</summary>
    Spent,
}
