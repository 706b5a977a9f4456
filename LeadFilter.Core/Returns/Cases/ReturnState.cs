namespace LeadFilter.Core.Returns.Cases;

/// <summary>What became of a return so far.</summary>
public enum ReturnState
{
    /// <summary>The buyer has handed the lead back, and the vendor has not answered.</summary>
    Requested,

    /// <summary>The money for the lead is given back. Nothing changes it any more.</summary>
    Accepted,

    /// <summary>The lead is not taken back. The buyer may dispute it once.</summary>
    Denied,

    /// <summary>The buyer has disputed the denial, and the vendor has not answered again.</summary>
    Disputed,

    /// <summary>The buyer keeps the lead after all. Nothing changes it any more.</summary>
    Withdrawn,
}
