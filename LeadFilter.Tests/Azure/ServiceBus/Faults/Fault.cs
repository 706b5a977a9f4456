namespace LeadFilter.Tests.Azure.ServiceBus.Faults;

/// <summary>What goes wrong with an operation.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is refused: the server is busy.</summary>
    ServerBusy,

    /// <summary>It is refused: the queue is full.</summary>
    QuotaExceeded,

    /// <summary>It is refused: the queue is disabled.</summary>
    EntityDisabled,

    /// <summary>It is refused: there is no such queue.</summary>
    EntityNotFound,

    /// <summary>It is refused: not allowed.</summary>
    Unauthorized,

    /// <summary>It is refused by an error that the client does not know.</summary>
    InternalError,

    /// <summary>It takes place, and the connection drops before the client is told.</summary>
    LostAcknowledgement,

    /// <summary>It takes place, and the client is never told, although the connection stays.</summary>
    NoAcknowledgement,

    /// <summary>It does not take place: the connection drops first.</summary>
    ConnectionDropped,

    /// <summary>It does not take place, and the client is never told.</summary>
    Hang,
}
