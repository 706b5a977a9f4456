namespace LeadFilter.Pipeline.Returns;

/// <summary>What became of a return that was asked for.</summary>
public enum ReturnVerdict
{
    /// <summary>The lead is handed back from now on, and the vendor must answer.</summary>
    Requested,

    /// <summary>It was handed back before. Nothing changes.</summary>
    Known,

    /// <summary>It is not taken back.</summary>
    Refused,
}
