using LeadFilter.Cli.Connections;
using LeadFilter.Cli.DemoCrm;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Settings;
using LeadFilter.Pipeline.Upkeep;

namespace LeadFilter.Cli.Serving;

/// <summary>What an operator has set for <c>serve</c>, beyond its options.</summary>
internal sealed record ServeSettings
{
    /// <summary>How much vendors may send, and how much is worked on at once.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>How long everything is kept.</summary>
    public RetentionOptions Retention { get; init; } = new();

    /// <summary>How many connections may be open.</summary>
    public ConnectionOptions Connections { get; init; } = new();

    /// <summary>How much the demo CRM keeps.</summary>
    public DemoCrmOptions DemoCrm { get; init; } = new();

    /// <summary>Reads the settings. One that is blank or missing has its default.</summary>
    /// <param name="reader">Reads settings.</param>
    public static ServeSettings Read(SettingReader reader)
    {
        var connections = ConnectionSettings.Read(reader, OpenFileLimit.Find());
        var limits = LimitSettings.Read(reader);
        return new()
        {
            // A request in work keeps its connection, so one vendor could otherwise have all of a few connections.
            Limits = limits with { MaxPerVendor = Math.Min(limits.MaxPerVendor, Math.Max(1, connections.Max / 2)) },
            Retention = RetentionOptions.Read(reader),
            Connections = connections,
            DemoCrm = DemoCrmOptions.Read(reader),
        };
    }
}
