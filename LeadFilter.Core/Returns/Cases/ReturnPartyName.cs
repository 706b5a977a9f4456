namespace LeadFilter.Core.Returns.Cases;

/// <summary>The words for those who change returns.</summary>
public static class ReturnPartyName
{
    private static readonly string[] Names = ["buyer", "vendor", "silence", "buyer_for_vendor"];

    /// <summary>The word for somebody.</summary>
    /// <param name="party">Who it is.</param>
    public static string Of(ReturnParty party) => Names[(int)party];

    /// <summary>Finds who is meant by a word.</summary>
    /// <param name="word">The word.</param>
    /// <returns>Null if nobody is.</returns>
    public static ReturnParty? Find(string? word) => Array.IndexOf(Names, word) is >= 0 and var at ? (ReturnParty)at : null;
}
