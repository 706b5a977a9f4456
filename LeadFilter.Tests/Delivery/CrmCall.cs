namespace LeadFilter.Tests.Delivery;

/// <summary>A call that a CRM got.</summary>
internal sealed record CrmCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}
