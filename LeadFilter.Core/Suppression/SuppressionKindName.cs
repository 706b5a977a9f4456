using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Core.Suppression;

/// <summary>Kinds of entries as they are written on the command line, in addresses and in tables.</summary>
public static class SuppressionKindName
{
    private static readonly string[] Names = ["email", "phone", "address", "domain"];

    /// <summary>All names, in the order of <see cref="SuppressionKind"/>.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The name of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(SuppressionKind kind) => Names[(int)kind];

    /// <summary>Finds a kind by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">The kind.</param>
    public static bool TryParse([NotNullWhen(true)] string? name, out SuppressionKind kind)
    {
        var at = Array.IndexOf(Names, name);
        kind = (SuppressionKind)Math.Max(at, 0);
        return at >= 0;
    }
}
