namespace LeadFilter.Scale;

/// <summary>How much of a limit was used.</summary>
/// <param name="Resource">What is limited.</param>
/// <param name="Load">The part of the limit that was used on average: 1 is all of it.</param>
/// <param name="Refused">Calls that were refused.</param>
internal sealed record ResourceLoad(string Resource, double Load, long Refused);
