namespace LeadFilter.Pipeline.Ledger;

/// <summary>What the ledger knows of a lead by its id.</summary>
/// <param name="Purchase">
/// The purchase with its delivery; null if the entry says no more than that the lead was delivered (it was written before the ledger
/// kept purchases) or erased.
/// </param>
/// <param name="Delivery">The delivery; null if no delivery is known.</param>
/// <param name="IsErased">Whether the lead's person was erased: it is not to be delivered any more.</param>
public sealed record LedgerEntry(BoughtLead? Purchase, DeliveryRecord? Delivery, bool IsErased);
