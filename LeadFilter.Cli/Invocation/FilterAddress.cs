using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Invocation;

/// <summary>The addresses of a filter's endpoints.</summary>
internal static class FilterAddress
{
    /// <summary>An address on a filter; a path in the filter's own address stays before it.</summary>
    /// <param name="filter">The filter's address.</param>
    /// <param name="address">The address.</param>
    /// <param name="arguments">What stands in the places of its parameters.</param>
    /// <param name="query">The query string with its question mark; empty for none.</param>
    public static Uri Of(Uri filter, Address address, IReadOnlyList<string> arguments, string query = "") =>
        new($"{filter.GetLeftPart(UriPartial.Path).TrimEnd('/')}{address.PathOf(arguments)}{query}");
}
