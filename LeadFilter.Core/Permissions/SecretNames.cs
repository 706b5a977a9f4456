using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Permissions;

/// <summary>
/// Which settings campaigns may name as secrets, to be sent to a host of their choice: those whose name begins with
/// <see cref="Prefix"/>, and those that the operator lists. The filter's own settings are never among them.
/// </summary>
public sealed class SecretNames
{
    /// <summary>The setting that lists names, such as <c>CRM_SECRET, PHONE_*</c>.</summary>
    public const string SettingName = "LEADFILTER_SECRETS";

    /// <summary>The beginning of names that are allowed without being listed.</summary>
    public const string Prefix = "LEADFILTER_SECRET_";

    /// <summary>What to say of a setting that cannot be read.</summary>
    public const string Problem =
        $"The setting '{SettingName}' must be a list of names of settings, such as CRM_SECRET, PHONE_*. It may not name settings of the "
        + "filter itself, and at least three characters must stand before a *.";

    /// <summary>Nothing is listed.</summary>
    public static readonly SecretNames Default = new([]);

    private const int MinBeforeStar = 3;

    /// <summary>
    /// The beginnings of settings of the filter, of its host, and of what proves who they are: the identity of the app (Azure.Identity,
    /// App Service), storage, and the telemetry's collector.
    /// </summary>
    private static readonly string[] OwnBeginnings =
    [
        "LEADFILTER_", "AzureWebJobs", "APPLICATIONINSIGHTS_", "APPINSIGHTS_", "AZURE_", "WEBSITE_", "IDENTITY_", "MSI_", "FUNCTIONS_",
        "OTEL_", "ASPNETCORE_", "DOTNET_", "ConnectionStrings", "Kestrel", "Logging",
    ];

    private static readonly string[] OwnNames = ["ServiceBus", "Tables", "CampaignFolder", "LeadQueue", "RecordQueue", "NoticeQueue"];

    private readonly string[] listed;

    private SecretNames(string[] listed) => this.listed = listed;

    /// <summary>Reads the setting.</summary>
    /// <param name="setting">Its text; null if it is not set.</param>
    /// <param name="names">The names.</param>
    public static bool TryParse(string? setting, [NotNullWhen(true)] out SecretNames? names)
    {
        var entries = (setting ?? "").Split([',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        names = Array.TrueForAll(entries, IsListable) ? new(entries) : null;
        return names is not null;
    }

    /// <summary>Whether a campaign may name a setting. Case does not matter, as it does not where settings are read.</summary>
    /// <param name="name">The setting's name.</param>
    public bool Allows(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return !IsOwn(name) && (IsPrefixed(name) || Array.Exists(listed, entry => entry.EndsWith('*')
            ? name.StartsWith(entry[..^1], StringComparison.OrdinalIgnoreCase)
            : name.Equals(entry, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Reads the name of a setting from a campaign's file. Nothing else may read one.</summary>
    /// <param name="node">Where it stands; null if it does not.</param>
    /// <param name="example">A name for messages.</param>
    /// <param name="mistakes">Where to say what is wrong. What stands there is not repeated: it may be the secret itself.</param>
    internal string? Read(FileNode? node, string example, MistakeList mistakes)
    {
        if (node.AsText(mistakes) is not { } name)
        {
            return null;
        }

        if (!IsName(name))
        {
            mistakes.Add(
                node!,
                "this is not the name of a setting",
                $"Write the name of the setting that holds the secret, such as {example}; never the secret itself");
        }
        else if (IsOwn(name))
        {
            mistakes.Add(
                node!,
                "this is a setting of the filter itself, which no campaign may send",
                $"Put the secret into a setting of its own, such as {example}");
        }
        else if (!Allows(name))
        {
            mistakes.Add(
                node!,
                "this setting is not one that campaigns may send",
                $"Call it {Prefix}…, such as {example}, or have the operator list its name in the setting {SettingName}");
        }
        else
        {
            return name;
        }

        return null;
    }

    private static bool IsListable(string entry)
    {
        var name = entry.EndsWith('*') ? entry[..^1] : entry;
        return IsName(name)
            && (name.Length == entry.Length || name.Length >= MinBeforeStar)
            && (!IsOwn(name) || name.Equals(Prefix, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsName(string text) =>
        text.Length > 0 && text.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or ':');

    private static bool IsPrefixed(string name) =>
        name.Length > Prefix.Length && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    private static bool IsOwn(string name) => !IsPrefixed(name)
        && (Array.Exists(OwnBeginnings, own => name.StartsWith(own, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(OwnNames, own => name.StartsWith(own, StringComparison.OrdinalIgnoreCase)
                && (name.Length == own.Length || name[own.Length] is ':' or '_')));
}
