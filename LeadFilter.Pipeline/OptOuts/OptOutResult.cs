namespace LeadFilter.Pipeline.OptOuts;

/// <summary>What became of an opt-out that was told.</summary>
/// <param name="Line">Where it stood, from 1.</param>
/// <param name="Verdict">Whether it is taken.</param>
/// <param name="Id">Its id; null if it is refused.</param>
/// <param name="Refusal">Why it is not taken; null unless it is refused.</param>
public sealed record OptOutResult(long Line, OptOutVerdict Verdict, string? Id, OptOutRefusal? Refusal);
