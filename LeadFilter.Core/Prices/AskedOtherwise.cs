namespace LeadFilter.Core.Prices;

/// <summary>What becomes of a lead that cannot be bought at the price that its vendor asks.</summary>
public enum AskedOtherwise
{
    /// <summary>It is rejected.</summary>
    Reject,

    /// <summary>It is bought at the most that is paid.</summary>
    Limit,

    /// <summary>The next price of the list holds.</summary>
    Next,
}
