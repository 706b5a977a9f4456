namespace LeadFilter.Pipeline.Delivery;

/// <summary>What came of an attempt to deliver a lead.</summary>
public enum DeliveryVerdict
{
    /// <summary>The CRM has the lead.</summary>
    Done,

    /// <summary>The CRM may take the lead later; it may even have taken it now without saying so.</summary>
    Later,

    /// <summary>The CRM does not want the lead as it is: trying again changes nothing until somebody fixes the cause.</summary>
    Refused,
}
