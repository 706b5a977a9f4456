using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading.Rules;

/// <summary>The key that says by whose clock a condition or the hours go.</summary>
internal static class ClockKey
{
    /// <summary>The key.</summary>
    public const string Name = "clock";

    private const string Lead = "lead";

    /// <summary>Reads it.</summary>
    /// <param name="node">Its value; null if it is not said.</param>
    /// <param name="mistakes">Where to say what is wrong.</param>
    /// <returns>Whether it is the clock of the lead's person; otherwise the campaign's.</returns>
    public static bool IsLead(FileNode? node, MistakeList mistakes) => node.AsWord(mistakes, "campaign", Lead) == Lead;
}
