using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Pipeline.Upkeep;

/// <summary>How long is kept what nothing but the buyer's own interest limits.</summary>
public sealed record RetentionOptions
{
    /// <summary>Sets <see cref="Decisions"/>, in days.</summary>
    public static readonly WholeSetting DecisionDays = new("LEADFILTER_KEEP_DECISIONS_DAYS", 1, 3_650);

    /// <summary>Sets <see cref="Deliveries"/>, in days.</summary>
    public static readonly WholeSetting DeliveryDays = new("LEADFILTER_KEEP_DELIVERIES_DAYS", 1, 3_650);

    /// <summary>How long the log keeps a decision; 2 years unless set. It holds no personal data.</summary>
    public TimeSpan Decisions { get; init; } = TimeSpan.FromDays(730);

    /// <summary>
    /// How long it is known that a lead was delivered; 2 years unless set. A dead letter that is replayed later than this could
    /// reach the CRM twice.
    /// </summary>
    public TimeSpan Deliveries { get; init; } = TimeSpan.FromDays(730);

    /// <summary>The names of all settings.</summary>
    public static IReadOnlyList<string> Settings { get; } = [DecisionDays.Name, DeliveryDays.Name];

    /// <summary>
    /// Reads the installation's settings, as docs/configuration.md lists them. One that is blank or missing has its
    /// default.
    /// </summary>
    /// <param name="reader">Reads settings.</param>
    public static RetentionOptions Read(SettingReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var options = new RetentionOptions();
        return new()
        {
            Decisions = Days(reader, DecisionDays) ?? options.Decisions,
            Deliveries = Days(reader, DeliveryDays) ?? options.Deliveries,
        };
    }

    private static TimeSpan? Days(SettingReader reader, WholeSetting setting) => reader.Find(setting) is { } days ? TimeSpan.FromDays(days) : null;
}
