namespace LeadFilter.Core.Leads;

/// <summary>Draws that somebody has chosen, to try what would become of a lead. All others are unknown.</summary>
/// <param name="numbers">The numbers; null for a lead that draws none.</param>
public sealed class GivenDraws(IReadOnlyDictionary<Draw, double?> numbers) : ILeadDraws
{
    /// <inheritdoc/>
    public double? Of(Draw draw) => numbers.GetValueOrDefault(draw);
}
