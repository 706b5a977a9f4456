namespace LeadFilter.Pipeline.Batches;

/// <summary>A value that was passed over.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Why">Why, without the value.</param>
public sealed record InvalidValue(long Line, string Why);
