using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>What the section <c>lookups</c> comes to.</summary>
/// <param name="Plans">The look-ups.</param>
/// <param name="Rules">A rule for each look-up whose failure rejects.</param>
internal sealed record ReadLookups(IReadOnlyList<LookupPlan> Plans, IReadOnlyList<Rule> Rules);
