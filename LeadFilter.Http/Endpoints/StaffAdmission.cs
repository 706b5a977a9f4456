using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Staff;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Staff;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Tells which key of the buyer's staff a request shows. It is sent like a vendor's key.</summary>
/// <param name="keys">The keys.</param>
public sealed class StaffAdmission(StaffKeys keys)
{
    /// <summary>Finds the key.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The key; null if the request shows none that is known.</param>
    public bool TryFind(HttpRequest request, [NotNullWhen(true)] out StaffKey? key)
    {
        key = null;
        return VendorKey.TryRead(request, out var sent) && keys.Current.TryFind(sent, out key);
    }
}
