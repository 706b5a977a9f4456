using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>Forms of values as they are written on the command line, in addresses and in tables.</summary>
public static class SuppressionFormName
{
    private static readonly string[] Names = ["plain", "sha256", "md5"];

    /// <summary>The names of hashes.</summary>
    public static IReadOnlyList<string> Hashes => Names[1..];

    /// <summary>The name of a form.</summary>
    /// <param name="form">The form.</param>
    public static string Of(SuppressionForm form) => Names[(int)form];

    /// <summary>Finds a form by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="form">The form.</param>
    public static bool TryParse([NotNullWhen(true)] string? name, out SuppressionForm form)
    {
        var at = Array.IndexOf(Names, name);
        form = (SuppressionForm)Math.Max(at, 0);
        return at >= 0;
    }
}
