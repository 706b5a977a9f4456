namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>A provider's name stands only for addresses that are not called.</summary>
internal sealed class AddressRefusedException() : IOException("The address is not one of the public internet.");
