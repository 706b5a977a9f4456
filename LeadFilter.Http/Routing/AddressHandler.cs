using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Routing;

/// <summary>Answers requests to an address.</summary>
/// <param name="request">The request.</param>
/// <param name="argument">What stands in the place of the template's parameter; empty if it has none.</param>
/// <param name="cancellation">The client has hung up, or the host stops.</param>
public delegate Task<IResult> AddressHandler(HttpRequest request, string argument, CancellationToken cancellation);
