namespace LeadFilter.Core.Rules;

/// <summary>What becomes of a duplicate.</summary>
public enum DuplicateAction
{
    /// <summary>It is rejected.</summary>
    Reject,

    /// <summary>It is forwarded as an update of the lead that was bought, for nothing: for the buyer's own traffic.</summary>
    Touchpoint,
}
