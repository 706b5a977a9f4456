namespace LeadFilter.Core.Permissions;

/// <summary>What the operator of an installation lets the authors of campaigns do.</summary>
/// <param name="Secrets">Which settings they may name as secrets.</param>
/// <param name="Destinations">Which addresses they may have called.</param>
public sealed record OperatorPermissions(SecretNames Secrets, Destinations Destinations)
{
    /// <summary>What holds without any setting.</summary>
    public static readonly OperatorPermissions Default = new(SecretNames.Default, Destinations.Default);
}
