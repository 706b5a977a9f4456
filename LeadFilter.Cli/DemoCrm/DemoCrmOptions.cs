using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>How much the demo CRM keeps, and for how long. Beyond that, the oldest leads are deleted.</summary>
internal sealed record DemoCrmOptions
{
    /// <summary>Sets <see cref="Keep"/>, in days.</summary>
    public static readonly WholeSetting KeepDays = new("LEADFILTER_KEEP_DEMO_CRM_DAYS", 1, 3_650);

    /// <summary>The most leads.</summary>
    public int MaxLeads { get; init; } = 10_000;

    /// <summary>The most bytes of their bodies together.</summary>
    public long MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>For how long a lead is kept; a week unless set.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Reads the setting. If it is blank or missing, it has its default.</summary>
    /// <param name="reader">Reads settings.</param>
    public static DemoCrmOptions Read(SettingReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Find(KeepDays) is { } days ? new() { Keep = TimeSpan.FromDays(days) } : new();
    }
}
