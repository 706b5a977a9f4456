namespace LeadFilter.Core.Returns.Cases;

/// <summary>What somebody does with a return.</summary>
public enum ReturnAction
{
    /// <summary>The vendor gives the money back.</summary>
    Accept,

    /// <summary>The vendor does not.</summary>
    Deny,

    /// <summary>The buyer does not accept the denial.</summary>
    Dispute,

    /// <summary>The buyer keeps the lead after all.</summary>
    Withdraw,
}
