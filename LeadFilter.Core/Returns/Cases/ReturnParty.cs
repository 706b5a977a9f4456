namespace LeadFilter.Core.Returns.Cases;

/// <summary>Who changed a return.</summary>
public enum ReturnParty
{
    /// <summary>The buyer: its staff or its CRM.</summary>
    Buyer,

    /// <summary>The vendor.</summary>
    Vendor,

    /// <summary>The time that the vendor had to answer is over.</summary>
    Silence,

    /// <summary>The buyer's staff, for a vendor that has agreed in another way.</summary>
    BuyerForVendor,
}
