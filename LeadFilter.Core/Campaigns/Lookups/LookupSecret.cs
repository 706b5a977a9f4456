namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>A secret that goes into a header or the query of a look-up.</summary>
/// <param name="Setting">The name of the setting that holds it.</param>
/// <param name="Prefix">What stands before it, such as <c>Bearer </c>; empty for nothing.</param>
/// <param name="BasicUser">The user with whom it makes HTTP Basic credentials (RFC 7617); null to send it as it is.</param>
public sealed record LookupSecret(string Setting, string Prefix, string? BasicUser);
