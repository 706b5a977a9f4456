namespace LeadFilter.Cli.Commands.Caps;

/// <summary>One counter of a cap, as the filter lists it.</summary>
/// <param name="Id">The cap's id.</param>
/// <param name="Scope">Where the cap stands: <c>campaign</c> or <c>vendor</c>.</param>
/// <param name="Vendor">Whose counter it is; null for all vendors.</param>
/// <param name="Source">Which source's; null for all, empty for leads without one.</param>
/// <param name="Mode"><c>enforced</c> or <c>shadow</c>.</param>
/// <param name="Per">The period.</param>
/// <param name="Limit">How many leads are bought in it.</param>
/// <param name="Taken">How many have been.</param>
/// <param name="Left">How many still are.</param>
/// <param name="From">When the period began.</param>
/// <param name="ResetsAt">When the next one begins.</param>
internal sealed record CapLine(
    string Id,
    string Scope,
    string? Vendor,
    string? Source,
    string Mode,
    string Per,
    int Limit,
    int Taken,
    int Left,
    DateTimeOffset From,
    DateTimeOffset ResetsAt);
