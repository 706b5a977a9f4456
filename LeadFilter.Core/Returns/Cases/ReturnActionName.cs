namespace LeadFilter.Core.Returns.Cases;

/// <summary>The words for actions.</summary>
public static class ReturnActionName
{
    private static readonly string[] Names = ["accept", "deny", "dispute", "withdraw"];

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The word for an action.</summary>
    /// <param name="action">The action.</param>
    public static string Of(ReturnAction action) => Names[(int)action];

    /// <summary>Finds the action for a word.</summary>
    /// <param name="word">The word, in any case; null for none.</param>
    /// <returns>Null if there is none.</returns>
    public static ReturnAction? Find(string? word) =>
        Array.FindIndex(Names, name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? (ReturnAction)at : null;
}
