namespace LeadFilter.Pipeline.Ports;

/// <summary>Where a message of a queue stands.</summary>
public enum MessageState
{
    /// <summary>It waits: nobody has it.</summary>
    Waiting,

    /// <summary>Its receiver has it, or is about to: it cannot be taken away.</summary>
    InHand,

    /// <summary>It was given up.</summary>
    Dead,
}
