using LeadFilter.Core.Hours;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Clocks;

namespace LeadFilter.Core.Conditions;

/// <summary>
/// Whether a lead was received outside the hours in which leads are bought. It is indeterminate only if the hours go by the clock of a
/// person of whom no time zone is known.
/// </summary>
/// <param name="Hours">The hours.</param>
public sealed record OutsideHours(OpeningHours Hours) : Condition
{
    /// <summary>
    /// Tells the time zones in which a lead's person may be, if the hours go by the person's clock; null for the campaign's.
    /// </summary>
    public LeadClock? Clock { get; init; }

    /// <summary>When the lead was received, as the person's clock shows it; null if the hours go by the campaign's.</summary>
    public FieldOperand? ReceivedAt { get; init; }

    /// <inheritdoc/>
    public override int Depth => 1;

    /// <inheritdoc/>
    public override int Size => 1;

    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> Operands => Clock?.Operands ?? [];

    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> SeenOf(Lead lead) =>
        ReceivedAt is null || Clock is null ? Operands : [.. Clock.SeenOf(ReceivedAt, lead), .. Clock.Operands];
}
