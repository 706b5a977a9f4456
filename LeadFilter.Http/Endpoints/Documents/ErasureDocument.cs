using LeadFilter.Pipeline.Erasure;

namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>What was found of a person and erased. It holds nothing of the person.</summary>
/// <param name="DryRun">Whether it was only looked, and nothing was erased.</param>
/// <param name="Repeat">Whether the delivery of a lead may be under way, so that the erasure must be repeated in some minutes.</param>
/// <param name="Leads">The person's leads, the oldest first.</param>
/// <param name="Erased">How many of what were erased: <c>queued</c>, <c>deadLetters</c>, <c>deliveries</c>, <c>decisions</c>,
/// <c>receipts</c>, <c>claims</c>.</param>
/// <param name="StaysOn">The suppression lists on which the person stays.</param>
/// <param name="NotSearched">What cannot be looked up for this person, in words.</param>
public sealed record ErasureDocument(
    bool DryRun,
    bool Repeat,
    IReadOnlyList<ErasedLeadDocument> Leads,
    IReadOnlyDictionary<string, int> Erased,
    IReadOnlyList<string> StaysOn,
    IReadOnlyList<string> NotSearched)
{
    /// <summary>The document of a report.</summary>
    /// <param name="report">The report.</param>
    public static ErasureDocument Of(ErasureReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(
            report.IsDryRun,
            report.MustBeRepeated,
            [.. report.Leads.Select(static lead => new ErasedLeadDocument(
                lead.Lead.ToString(), WordOf(lead.Place), lead.Campaign?.ToString(), lead.Vendor?.ToString(), lead.CrmId))],
            new Dictionary<string, int>
            {
                ["queued"] = report.Queued,
                ["deadLetters"] = report.DeadLetters,
                ["deliveries"] = report.Deliveries,
                ["decisions"] = report.Decisions,
                ["receipts"] = report.Receipts,
                ["claims"] = report.Claims,
            },
            report.StaysOn,
            report.NotSearched);
    }

    private static string WordOf(LeadPlace place) => place switch
    {
        LeadPlace.Delivered => "delivered",
        LeadPlace.Queued => "queued",
        LeadPlace.InDelivery => "in_delivery",
        LeadPlace.DeadLetter => "dead_letter",
        _ => "bought",
    };
}
