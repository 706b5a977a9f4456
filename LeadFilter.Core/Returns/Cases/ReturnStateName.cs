namespace LeadFilter.Core.Returns.Cases;

/// <summary>The words for states of returns.</summary>
public static class ReturnStateName
{
    private static readonly string[] Names = ["requested", "accepted", "denied", "disputed", "withdrawn"];

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The word for a state.</summary>
    /// <param name="state">The state.</param>
    public static string Of(ReturnState state) => Names[(int)state];

    /// <summary>Finds the state for a word.</summary>
    /// <param name="word">The word, in any case; null for none.</param>
    /// <returns>Null if there is none.</returns>
    public static ReturnState? Find(string? word) =>
        Array.FindIndex(Names, name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? (ReturnState)at : null;
}
