namespace LeadFilter.Core.Decisions;

/// <summary>A ground that holds for a lead, and what it does to it.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Effect">Rejects, or would have.</param>
public sealed record Finding(Ground Ground, Effect Effect);
