namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>The request of a look-up for one lead, without its secrets. No record: a record's text would show the lead.</summary>
/// <param name="address">The absolute address.</param>
/// <param name="body">The body; null for none.</param>
public sealed class LookupRequest(string address, ReadOnlyMemory<byte>? body)
{
    /// <summary>The absolute address; parameters of the query that are secret are still to be added.</summary>
    public string Address { get; } = address;

    /// <summary>The body; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; } = body;
}
