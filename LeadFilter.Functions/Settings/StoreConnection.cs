namespace LeadFilter.Functions.Settings;

/// <summary>How a store is reached: with the app's identity at an address, or with a connection string (Azurite, the emulator).</summary>
/// <param name="ConnectionString">The connection string; null to use the identity. It is a secret.</param>
/// <param name="Address">The address; null if there is a connection string.</param>
internal sealed record StoreConnection(string? ConnectionString, string? Address)
{
    /// <summary>Without the connection string: a record would print it.</summary>
    public override string ToString() => Address ?? "by connection string";
}
