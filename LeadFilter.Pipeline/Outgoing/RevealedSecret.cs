using System.Text;
using LeadFilter.Core.Campaigns.Lookups;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Pipeline.Outgoing;

/// <summary>A secret as it goes into a header or a query.</summary>
internal static class RevealedSecret
{
    /// <summary>The text; null if the setting is missing, or holds what cannot be sent.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="settings">Where it is found by its name.</param>
    public static string? Of(LookupSecret secret, IConfiguration settings)
    {
        var value = settings[secret.Setting]?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (secret.BasicUser is not null)
        {
            return $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{secret.BasicUser}:{value}"))}";
        }

        // A line break would end the header; other characters cannot be sent.
        return value.All(static c => c is >= ' ' and <= '~') ? secret.Prefix + value : null;
    }
}
