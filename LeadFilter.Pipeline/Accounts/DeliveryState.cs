namespace LeadFilter.Pipeline.Accounts;

/// <summary>Where a bought lead is.</summary>
public enum DeliveryState
{
    /// <summary>It waits in the queue.</summary>
    Waiting,

    /// <summary>The CRM has it.</summary>
    Delivered,

    /// <summary>It is a dead letter: somebody must fix the cause and replay it.</summary>
    GivenUp,

    /// <summary>Its person was erased: it is not delivered.</summary>
    Erased,
}
