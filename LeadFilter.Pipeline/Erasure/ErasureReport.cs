namespace LeadFilter.Pipeline.Erasure;

/// <summary>What was found of a person and erased; of a dry run, what would be.</summary>
public sealed record ErasureReport
{
    /// <summary>The person's leads, the oldest first.</summary>
    public required IReadOnlyList<ErasedLead> Leads { get; init; }

    /// <summary>Messages that waited in the queue.</summary>
    public int Queued { get; init; }

    /// <summary>Dead letters.</summary>
    public int DeadLetters { get; init; }

    /// <summary>Records in the log of decisions; they keep campaign, vendor, time and price.</summary>
    public int Decisions { get; init; }

    /// <summary>Receipts for resends; they keep the answer until their 24 hours are over.</summary>
    public int Receipts { get; init; }

    /// <summary>Records of deliveries; they keep that the lead was delivered, without the CRM's id.</summary>
    public int Deliveries { get; init; }

    /// <summary>Claims: that the person was bought.</summary>
    public int Claims { get; init; }

    /// <summary>The suppression lists on which the person stands and stays.</summary>
    public IReadOnlyList<string> StaysOn { get; init; } = [];

    /// <summary>What cannot be looked up for this person.</summary>
    public IReadOnlyList<string> NotSearched { get; init; } = [];

    /// <summary>Whether nothing was erased, because it was only looked.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether the delivery of a lead may be under way, so that the erasure must be repeated.</summary>
    public bool MustBeRepeated => Leads.Any(static lead => lead.Place == LeadPlace.InDelivery);

    /// <summary>Whether anything was found.</summary>
    public bool IsEmpty => Leads.Count == 0 && Claims == 0;
}
