using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Core.Decisions;

/// <summary>The words for routes in messages and in the CRM's body.</summary>
public static class RouteName
{
    private const string Sales = "sales";
    private const string Nurture = "nurture";

    /// <summary>The word for a route.</summary>
    /// <param name="route">The route.</param>
    public static string Of(Route route) => route switch
    {
        Route.Sales => Sales,
        Route.Nurture => Nurture,
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    };

    /// <summary>Reads the word for a route.</summary>
    /// <param name="name">The word.</param>
    /// <param name="route">Its route.</param>
    public static bool TryParse([NotNullWhen(true)] string? name, out Route route)
    {
        route = name == Nurture ? Route.Nurture : Route.Sales;
        return name is Sales or Nurture;
    }
}
