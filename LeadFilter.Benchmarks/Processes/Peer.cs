namespace LeadFilter.Benchmarks.Processes;

/// <summary>What the filter is measured against.</summary>
internal enum Peer
{
    /// <summary>The least that a server does which answers only what it has stored: reads the JSON and stores one row.</summary>
    Floor,

    /// <summary>What a good .NET team writes in a week.</summary>
    Team,

    /// <summary>Reads the JSON.</summary>
    Bare,
}
