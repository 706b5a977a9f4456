namespace LeadFilter.Core.Returns;

/// <summary>What is decided of a return that the vendor does not answer in time.</summary>
public enum ReturnSilence
{
    /// <summary>It is accepted.</summary>
    Accept,

    /// <summary>It is denied.</summary>
    Deny,
}
