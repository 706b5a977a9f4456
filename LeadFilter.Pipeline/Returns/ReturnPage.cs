using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns.Cases;

namespace LeadFilter.Pipeline.Returns;

/// <summary>A page of returns.</summary>
/// <param name="Returns">The returns, the latest request first.</param>
/// <param name="Next">Where the next page begins; null if there is none.</param>
public sealed record ReturnPage(IReadOnlyList<ReturnCase> Returns, LeadId? Next);
