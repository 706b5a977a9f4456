namespace LeadFilter.Pipeline.OptOuts;

/// <summary>What became of an opt-out that was told.</summary>
public enum OptOutVerdict
{
    /// <summary>It is not taken.</summary>
    Refused,

    /// <summary>It holds from now on.</summary>
    Recorded,

    /// <summary>It was taken before, holds, and changes nothing.</summary>
    Known,
}
