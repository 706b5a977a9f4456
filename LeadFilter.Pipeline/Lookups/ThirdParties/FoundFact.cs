using LeadFilter.Core.Campaigns.Lookups;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>A fact with its text. No record: a record's text would show it.</summary>
/// <param name="fact">The fact.</param>
/// <param name="raw">The text, which the fact's type can read.</param>
internal readonly struct FoundFact(LookupFact fact, string raw)
{
    public LookupFact Fact { get; } = fact;

    public string Raw { get; } = raw;
}
