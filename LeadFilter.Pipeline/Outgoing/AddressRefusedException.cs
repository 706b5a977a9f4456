namespace LeadFilter.Pipeline.Outgoing;

/// <summary>A host's name stands only for addresses that are not called.</summary>
internal sealed class AddressRefusedException() : IOException("The address is not one that may be called.");
