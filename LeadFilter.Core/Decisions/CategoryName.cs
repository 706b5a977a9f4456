using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Core.Decisions;

/// <summary>Categories as they are written in files and logs: snake_case.</summary>
public static class CategoryName
{
    private static readonly string[] Names =
        ["contact", "duplicate", "fraud", "consent", "lead_type", "age", "criteria", "score", "suppressed", "capacity"];

    /// <summary>All names, in the order of <see cref="Category"/>.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The name of a category.</summary>
    /// <param name="category">The category.</param>
    public static string Of(Category category) => Names[(int)category];

    /// <summary>Finds a category by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="category">The category.</param>
    public static bool TryParse([NotNullWhen(true)] string? name, out Category category)
    {
        var at = Array.IndexOf(Names, name);
        category = (Category)Math.Max(at, 0);
        return at >= 0;
    }
}
