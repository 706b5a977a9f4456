using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Limits;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>
/// Admits those who read what is known of leads: the buyer's staff, and vendors, who read their own. Vendors are held to the
/// limits that hold for their leads: what they ask for may be a month of decisions.
/// </summary>
/// <param name="staff">Tells whether one of the staff asks; the gate before the address has looked at the role.</param>
/// <param name="admission">Tells which vendor asks otherwise.</param>
/// <param name="gate">How much is worked on at once.</param>
/// <param name="time">The clock.</param>
public sealed class ReaderAdmission(StaffAdmission staff, VendorAdmission admission, LeadGate gate, TimeProvider time)
{
    /// <summary>Admits a request, or not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    /// <returns>
    /// Who asks: null for the staff; the place to work, to be given back; and why the request is refused, null if it is not.
    /// </returns>
    public async ValueTask<(AdmittedVendor? Vendor, Entry Place, Problem? Refused)> AdmitAsync(
        HttpRequest request, string campaign, CancellationToken cancellation)
    {
        if (staff.TryFind(request, out _))
        {
            return (null, default, null);
        }

        if (!admission.TryAdmit(request, campaign, time.GetUtcNow(), keyInBody: null, out var vendor, out var refused))
        {
            return (null, default, refused);
        }

        var place = await gate.EnterAsync(vendor.Use, cancellation);
        return (vendor, place, GateProblem.Of(place));
    }
}
