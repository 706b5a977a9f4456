namespace LeadFilter.Tests.Faults.Calls;

/// <summary>What happens at a call of a port, before or after it takes effect.</summary>
internal enum CallFault
{
    /// <summary>It fails, and nobody can say whether it took effect.</summary>
    Once,

    /// <summary>It fails; a call that fails before it takes effect says so.</summary>
    Honestly,

    /// <summary>It fails, and so do the next few calls.</summary>
    Shortly,

    /// <summary>It fails, and so do more calls than a lead needs.</summary>
    ForLong,

    /// <summary>The process dies at it.</summary>
    Death,
}
