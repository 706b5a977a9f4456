namespace LeadFilter.Cli.Commands.Caps;

/// <summary>One counter of a cap, as the filter lists it.</summary>
/// <param name="Id">The cap's id.</param>
/// <param name="Scope">Where the cap stands: <c>campaign</c> or <c>vendor</c>.</param>
/// <param name="Vendor">Whose counter it is; null for all vendors.</param>
/// <param name="Source">Which source's; null for all, empty for leads without one.</param>
/// <param name="Mode"><c>enforced</c> or <c>shadow</c>.</param>
/// <param name="Per">The period.</param>
/// <param name="Limit">How many leads are bought in it, or for how much.</param>
/// <param name="Taken">How many have been, or for how much.</param>
/// <param name="Left">How many still are, or for how much.</param>
/// <param name="From">When the period began.</param>
/// <param name="ResetsAt">When the next one begins.</param>
/// <param name="Counts"><c>leads</c> or <c>money</c>.</param>
/// <param name="By">The values of fields whose counter it is, each null for leads without a readable one; null for no fields.</param>
internal sealed record CapLine(
    string Id,
    string Scope,
    string? Vendor,
    string? Source,
    string Mode,
    string Per,
    decimal Limit,
    decimal Taken,
    decimal Left,
    DateTimeOffset From,
    DateTimeOffset ResetsAt,
    string Counts = "leads",
    IReadOnlyDictionary<string, string?>? By = null);
