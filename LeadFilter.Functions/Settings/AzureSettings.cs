using System.Text;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Settings;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Pipeline.Upkeep;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Functions.Settings;

/// <summary>
/// The app's settings, read once at start. Secrets of CRMs are read when they are needed, under the names that campaigns give.
/// </summary>
internal sealed class AzureSettings
{
    /// <summary>The setting that holds the secret of keyed hashes, at least <see cref="IdentityHasher.MinSecretLength"/> bytes.</summary>
    public const string IdentitySecretName = "LEADFILTER_IDENTITY_SECRET";

    /// <summary>The setting with this filter's own address, for campaigns whose delivery address begins with <c>/</c>; optional.</summary>
    public const string OwnAddressName = "LEADFILTER_OWN_ADDRESS";

    /// <summary>The setting with the client id of the user-assigned identity; optional.</summary>
    public const string IdentityClientIdName = "AZURE_CLIENT_ID";

    /// <summary>
    /// The setting with the folder of campaign files, relative to the app's folder; <see cref="DefaultCampaignFolder"/> without
    /// it.
    /// </summary>
    public const string CampaignFolderName = "CampaignFolder";

    /// <summary>The setting with the name of the queue of bought leads. The trigger names it, too, and takes no default.</summary>
    public const string LeadQueueName = "LeadQueue";

    /// <summary>The setting with the name of the queue of late records. The trigger names it, too, and takes no default.</summary>
    public const string RecordQueueName = "RecordQueue";

    /// <summary>The setting with the name of the queue of notices. The trigger names it, too, and takes no default.</summary>
    public const string NoticeQueueName = "NoticeQueue";

    /// <summary>The folder beside the app into which the build copies the campaigns.</summary>
    public const string DefaultCampaignFolder = "campaigns";

    private AzureSettings(Reading reading)
    {
        ServiceBus = reading.Connection(
            "ServiceBus", "fullyQualifiedNamespace", IsHostName, "the host name of the namespace, such as NAME.servicebus.windows.net");
        Tables = reading.Connection(
            "Tables", "serviceUri", IsHttpAddress, "the address of the account's tables, such as https://ACCOUNT.table.core.windows.net");
        IdentitySecret = Encoding.UTF8.GetBytes(reading.Required(IdentitySecretName));
        LeadQueue = reading.Optional(LeadQueueName) ?? QueueNames.Leads;
        RecordQueue = reading.Optional(RecordQueueName) ?? QueueNames.Records;
        NoticeQueue = reading.Optional(NoticeQueueName) ?? QueueNames.Notices;
        CampaignFolder = Path.GetFullPath(reading.Optional(CampaignFolderName) ?? DefaultCampaignFolder, AppContext.BaseDirectory);
        IdentityClientId = reading.Optional(IdentityClientIdName);
        var reader = new SettingReader(reading.Optional, reading.Problems);
        Staff = ReadStaff(reader);
        Permissions = PermissionSettings.Read(reader);
        Limits = LimitSettings.Read(reader);
        Retention = RetentionOptions.Read(reader);
        if (IdentitySecret.Length is > 0 and < IdentityHasher.MinSecretLength)
        {
            reading.Problems.Add(
                $"The setting '{IdentitySecretName}' has {IdentitySecret.Length} bytes. "
                + $"Give it at least {IdentityHasher.MinSecretLength}, such as the output of `openssl rand -hex 32`.");
        }

        if (reading.Optional(OwnAddressName) is { } own)
        {
            OwnAddress = IsHttpAddress(own) ? new(own) : null;
            if (OwnAddress is null)
            {
                reading.Problems.Add(
                    $"The setting '{OwnAddressName}' must be an http or https address, such as https://NAME.azurewebsites.net.");
            }
        }
    }

    /// <summary>How the queues are reached.</summary>
    public StoreConnection ServiceBus { get; }

    /// <summary>How the tables are reached.</summary>
    public StoreConnection Tables { get; }

    /// <summary>The secret of keyed hashes.</summary>
    public byte[] IdentitySecret { get; }

    /// <summary>The keys of the buyer's staff.</summary>
    public StaffKeys Staff { get; }

    /// <summary>What the operator lets campaigns do.</summary>
    public OperatorPermissions Permissions { get; }

    /// <summary>The name that the queue <see cref="QueueNames.Leads"/> has in Service Bus.</summary>
    public string LeadQueue { get; }

    /// <summary>The name that the queue <see cref="QueueNames.Records"/> has in Service Bus.</summary>
    public string RecordQueue { get; }

    /// <summary>The name that the queue <see cref="QueueNames.Notices"/> has in Service Bus.</summary>
    public string NoticeQueue { get; }

    /// <summary>The folder of campaign files, as a full path.</summary>
    public string CampaignFolder { get; }

    /// <summary>This filter's own address; null if campaigns deliver to others only.</summary>
    public Uri? OwnAddress { get; }

    /// <summary>The client id of the user-assigned identity; null for the system-assigned one, or a developer's own.</summary>
    public string? IdentityClientId { get; }

    /// <summary>How much vendors may send, and how much is worked on at once.</summary>
    public LimitOptions Limits { get; }

    /// <summary>How long everything is kept.</summary>
    public RetentionOptions Retention { get; }

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">Where they are; <c>__</c> in a setting's name is <c>:</c> there.</param>
    /// <exception cref="SettingsException">A setting is missing or wrong; the message names all of them.</exception>
    public static AzureSettings Read(IConfiguration configuration)
    {
        var reading = new Reading(configuration);
        var settings = new AzureSettings(reading);
        return reading.Problems.Count == 0 ? settings : throw new SettingsException(string.Join('\n', reading.Problems));
    }

    private static StaffKeys ReadStaff(SettingReader reader)
    {
        var before = reader.Problems.Count;
        if (StaffKeys.Read(reader, AppContext.BaseDirectory) is { } staff)
        {
            return staff;
        }

        if (reader.Problems.Count == before)
        {
            reader.Problems.Add($"The setting '{StaffKeys.AdminKeySetting}' is missing.");
        }

        return StaffKeys.Of("");
    }

    private static bool IsHttpAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static bool IsHostName(string text) => Uri.CheckHostName(text) != UriHostNameType.Unknown;

    /// <summary>Reads one setting after the other and collects what is wrong, so that an operator hears of all at once.</summary>
    private sealed class Reading(IConfiguration configuration)
    {
        public List<string> Problems { get; } = [];

        public string? Optional(string name) => configuration[name] is { Length: > 0 } value ? value : null;

        public string Required(string name)
        {
            if (Optional(name) is { } value)
            {
                return value;
            }

            Problems.Add($"The setting '{name}' is missing.");
            return "";
        }

        public StoreConnection Connection(string name, string part, Func<string, bool> isAddress, string meaning)
        {
            var address = Optional($"{name}:{part}");
            if (Optional(name) is { } connectionString)
            {
                return new(connectionString, null);
            }

            if (address is null)
            {
                Problems.Add($"The setting '{name}__{part}' is missing: {meaning}. Or give a connection string in '{name}'.");
            }
            else if (!isAddress(address))
            {
                Problems.Add($"The setting '{name}__{part}' must be {meaning}.");
            }

            return new(null, address);
        }
    }
}
