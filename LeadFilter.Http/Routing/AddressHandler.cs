using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Routing;

/// <summary>Answers requests to an address.</summary>
/// <param name="request">The request.</param>
/// <param name="arguments">What stands in the places of the template's parameters, in their order.</param>
/// <param name="cancellation">The client has hung up, or the host stops.</param>
public delegate Task<IResult> AddressHandler(HttpRequest request, IReadOnlyList<string> arguments, CancellationToken cancellation);
