using LeadFilter.Core.Staff;
using LeadFilter.Http.Endpoints;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Http.Routing;

/// <summary>Stands before the addresses of the buyer's staff: lets in who may, and logs under which key something was changed.</summary>
/// <param name="staff">Tells whose key a request shows.</param>
/// <param name="logger">Where changes are logged.</param>
public sealed partial class StaffGate(StaffAdmission staff, ILogger<StaffGate> logger)
{
    /// <summary>Answers a request, or refuses it before anything of the address runs.</summary>
    /// <param name="address">The address.</param>
    /// <param name="handler">What answers there.</param>
    /// <param name="request">The request.</param>
    /// <param name="arguments">What stands in the places of the address's parameters.</param>
    /// <param name="cancellation">The client has hung up, or the host stops.</param>
    /// <returns>
    /// 401 for a key that none of the staff has, unless vendors may call the address too, 403 for one whose role does not suffice, or
    /// the handler's answer.
    /// </returns>
    public async Task<IResult> AnswerAsync(
        Address address, AddressHandler handler, HttpRequest request, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(request);
        if (!staff.TryFind(request, out var key))
        {
            // A vendor's key is for the endpoint to look at: campaign and rate belong to it.
            return address.CallerOf(request.Method).HasFlag(Caller.Vendor)
                ? await handler(request, arguments, cancellation)
                : Problem.Unauthorized;
        }

        if (!Suffices(key.Role, address.CallerOf(request.Method)))
        {
            return Problem.Forbidden;
        }

        if (HttpMethods.IsGet(request.Method))
        {
            return await handler(request, arguments, cancellation);
        }

        // The arguments are left out of the log: whoever calls may have put a person's address there.
        Changes(logger, key.Name, request.Method, address.Name);
        var answer = await handler(request, arguments, cancellation);
        if (answer is Problem refused)
        {
            Refused(logger, key.Name, request.Method, address.Name, refused.Status, refused.Code);
        }

        return answer;
    }

    private static bool Suffices(StaffRole role, Caller caller) => role switch
    {
        StaffRole.Admin => true,
        StaffRole.Read => caller.HasFlag(Caller.Read),
        StaffRole.Crm => caller.HasFlag(Caller.Crm),
        _ => false,
    };

    [LoggerMessage(3101, LogLevel.Information, "The key {Key} changes something: {Method} {Address}")]
    private static partial void Changes(ILogger logger, string key, string method, string address);

    [LoggerMessage(3102, LogLevel.Information, "The key {Key} was refused a change: {Method} {Address}, {Status} {Code}")]
    private static partial void Refused(ILogger logger, string key, string method, string address, int status, string code);
}
