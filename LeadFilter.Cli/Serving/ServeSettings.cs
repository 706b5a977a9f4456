using LeadFilter.Cli.Connections;
using LeadFilter.Cli.DemoCrm;
using LeadFilter.Cli.Exporting;
using LeadFilter.Cli.Listening;
using LeadFilter.Cli.Metrics;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Settings;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Pipeline.Upkeep;

namespace LeadFilter.Cli.Serving;

/// <summary>What the settings of a filter on one machine say.</summary>
internal sealed record ServeSettings
{
    /// <summary>The keys of the buyer's staff; null if none is set.</summary>
    public StaffKeys? Staff { get; init; }

    /// <summary>What the operator lets campaigns do.</summary>
    public OperatorPermissions Permissions { get; init; } = OperatorPermissions.Default;

    /// <summary>How much vendors may send, and how much is worked on at once.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>How long everything is kept.</summary>
    public RetentionOptions Retention { get; init; } = new();

    /// <summary>Where it listens.</summary>
    public ListenPlan Listening { get; init; } = ListenPlan.Default;

    /// <summary>The proxies in front of it.</summary>
    public TrustedProxies Proxies { get; init; } = TrustedProxies.None;

    /// <summary>How many connections may be open.</summary>
    public ConnectionOptions Connections { get; init; } = new();

    /// <summary>How much the demo CRM keeps.</summary>
    public DemoCrmOptions DemoCrm { get; init; } = new();

    /// <summary>Whether the lines of the log are JSON.</summary>
    public bool LogsJson { get; init; }

    /// <summary>Whether metrics are collected and shown.</summary>
    public bool ShowsMetrics { get; init; }

    /// <summary>The OpenTelemetry collector; null for none.</summary>
    public CollectorSettings? Collector { get; init; }

    /// <summary>Reads them.</summary>
    /// <param name="setting">Looks up a setting.</param>
    /// <exception cref="CannotServeException">A setting is wrong; the message names all of them.</exception>
    public static ServeSettings Read(Func<string, string?> setting)
    {
        var problems = new List<string>();
        var reader = new SettingReader(setting, problems);
        var limits = LimitSettings.Read(reader);
        var connections = ConnectionSettings.Read(reader, OpenFileLimit.Find());
        var settings = new ServeSettings
        {
            Staff = StaffKeys.Read(reader, Environment.CurrentDirectory),
            Permissions = PermissionSettings.Read(reader),

            // A request in work keeps its connection, so one vendor could otherwise have all of a few connections.
            Limits = limits with { MaxPerVendor = Math.Min(limits.MaxPerVendor, Math.Max(1, connections.Max / 2)) },
            Retention = RetentionOptions.Read(reader),
            Listening = ListenSettings.Read(reader, Environment.CurrentDirectory),
            Proxies = TrustedProxies.Read(reader),
            Connections = connections,
            DemoCrm = DemoCrmOptions.Read(reader),
            LogsJson = LogLines.ReadJson(reader),
            ShowsMetrics = MetricsSwitch.Read(reader),
            Collector = CollectorSettings.Read(reader),
        };
        return problems.Count == 0 ? settings : throw new CannotServeException(string.Join('\n', problems));
    }
}
