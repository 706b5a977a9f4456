namespace LeadFilter.Pipeline.Erasure;

/// <summary>Where a lead of a person was found.</summary>
public enum LeadPlace
{
    /// <summary>It was bought; where it went is no longer known here.</summary>
    Bought,

    /// <summary>The CRM has it.</summary>
    Delivered,

    /// <summary>It waited in the queue, and is deleted there.</summary>
    Queued,

    /// <summary>Its delivery may be under way: the CRM may get it. If this attempt fails, it is not delivered any more.</summary>
    InDelivery,

    /// <summary>It was among the dead letters, and is deleted there.</summary>
    DeadLetter,
}
