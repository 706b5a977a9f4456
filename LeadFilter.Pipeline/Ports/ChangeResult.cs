namespace LeadFilter.Pipeline.Ports;

/// <summary>What became of a change.</summary>
public enum ChangeResult
{
    /// <summary>Nothing was done: it was not tried, or of changes that are made all or none another one was refused.</summary>
    NotTried,

    /// <summary>It is durable.</summary>
    Made,

    /// <summary>The row to insert is there already, or the row to replace has changed or is gone. Nothing was done.</summary>
    Refused,

    /// <summary>The store did not confirm it. It may have taken effect all the same.</summary>
    Failed,
}
