namespace LeadFilter.Cli.Commands.Caps;

/// <summary>The caps of a campaign, as the filter lists them.</summary>
/// <param name="Caps">The counters.</param>
internal sealed record CapList(IReadOnlyList<CapLine> Caps);
