namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>A lead of a person who was erased, for whoever goes on with it in the CRM and at the vendor.</summary>
/// <param name="Lead">Its id, which the CRM got as <c>Idempotency-Key</c>.</param>
/// <param name="Place"><c>bought</c>, <c>delivered</c>, <c>queued</c>, <c>in_delivery</c> or <c>dead_letter</c>.</param>
/// <param name="Campaign">The campaign that bought it; null if that is no longer known.</param>
/// <param name="Vendor">Who sold it; null if that is no longer known.</param>
/// <param name="CrmId">The CRM's own id of it; null if it gave none.</param>
public sealed record ErasedLeadDocument(string Lead, string Place, string? Campaign, string? Vendor, string? CrmId);
