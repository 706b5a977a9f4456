namespace LeadFilter.Pipeline.Settings;

/// <summary>A setting that is a whole number, with its range: the one place that states it.</summary>
/// <param name="Name">The setting's name.</param>
/// <param name="Min">The least number allowed.</param>
/// <param name="Max">The greatest number allowed.</param>
public sealed record WholeSetting(string Name, int Min, int Max);
