using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Identities;

/// <summary>Makes lead ids.</summary>
/// <param name="random">The randomness; safe for use by many threads, such as <see cref="Random.Shared"/>.</param>
public sealed class LeadIds(Random random)
{
    /// <summary>A new id.</summary>
    /// <param name="at">When the lead was received.</param>
    public LeadId Next(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[10];
        random.NextBytes(bytes);
        return LeadId.Create(at, bytes);
    }
}
