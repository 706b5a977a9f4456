using LeadFilter.Cli.Connections;
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

    /// <summary>How many connections may be open.</summary>
    public ConnectionOptions Connections { get; init; } = new();

    /// <summary>Reads them.</summary>
    /// <param name="setting">Looks up a setting.</param>
    /// <exception cref="CannotServeException">A setting is wrong; the message names all of them.</exception>
    public static ServeSettings Read(Func<string, string?> setting)
    {
        var problems = new List<string>();
        var reader = new SettingReader(setting, problems);
        var settings = new ServeSettings
        {
            Staff = StaffKeys.Read(reader, Environment.CurrentDirectory),
            Permissions = PermissionSettings.Read(reader),
            Limits = LimitSettings.Read(reader),
            Retention = RetentionOptions.Read(reader),
            Connections = ConnectionSettings.Read(reader, OpenFileLimit.Find()),
        };
        return problems.Count == 0 ? settings : throw new CannotServeException(string.Join('\n', problems));
    }
}
