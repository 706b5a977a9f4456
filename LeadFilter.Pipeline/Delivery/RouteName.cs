using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>The words for routes in messages and in the CRM's body.</summary>
internal static class RouteName
{
    private const string Sales = "sales";
    private const string Nurture = "nurture";

    public static string Of(Route route) => route switch
    {
        Route.Sales => Sales,
        Route.Nurture => Nurture,
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    };

    public static bool TryParse([NotNullWhen(true)] string? name, out Route route)
    {
        route = name == Nurture ? Route.Nurture : Route.Sales;
        return name is Sales or Nurture;
    }
}
