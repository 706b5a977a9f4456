using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Pipeline.Upkeep;

/// <summary>How long is kept what nothing but the buyer's own interest limits.</summary>
public sealed record RetentionOptions
{
    /// <summary>Sets <see cref="Decisions"/>, in days.</summary>
    public static readonly WholeSetting DecisionDays = new("LEADFILTER_KEEP_DECISIONS_DAYS", 1, 3_650);

    /// <summary>Sets <see cref="Deliveries"/>, in days.</summary>
    public static readonly WholeSetting DeliveryDays = new("LEADFILTER_KEEP_DELIVERIES_DAYS", 1, 3_650);

    /// <summary>Sets <see cref="Claims"/>, in days.</summary>
    public static readonly WholeSetting ClaimDays = new("LEADFILTER_KEEP_CLAIMS_DAYS", 1, 3_650);

    /// <summary>Sets <see cref="Tests"/>, in days.</summary>
    public static readonly WholeSetting TestDays = new("LEADFILTER_KEEP_TESTS_DAYS", 1, 3_650);

    /// <summary>Sets <see cref="DeadLetters"/>, in days.</summary>
    public static readonly WholeSetting DeadLetterDays = new("LEADFILTER_KEEP_DEAD_LETTERS_DAYS", 1, 3_650);

    /// <summary>Sets <see cref="OptOuts"/>, in days.</summary>
    public static readonly WholeSetting OptOutDays = new("LEADFILTER_KEEP_OPT_OUTS_DAYS", 1, 36_500);

    /// <summary>How long the log keeps a decision; 2 years unless set. It holds no personal data.</summary>
    public TimeSpan Decisions { get; init; } = TimeSpan.FromDays(730);

    /// <summary>
    /// How long the ledger keeps a lead after its delivery; 2 years unless set. A dead letter that is replayed later than this could
    /// reach the CRM twice.
    /// </summary>
    public TimeSpan Deliveries { get; init; } = TimeSpan.FromDays(730);

    /// <summary>
    /// How long it is known at most who was bought; 3,650 days unless set, which is the longest window that a campaign can have. A
    /// longer window counts only so far back.
    /// </summary>
    public TimeSpan Claims { get; init; } = TimeSpan.FromDays(3_650);

    /// <summary>How long the log keeps the decision about a test lead; 30 days unless set. It holds no personal data.</summary>
    public TimeSpan Tests { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long a lead that could not be delivered stays among the dead letters, personal data and all; 30 days unless set.
    /// </summary>
    public TimeSpan DeadLetters { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long an opt-out holds and is kept after it was taken; 5 years unless set.</summary>
    public TimeSpan OptOuts { get; init; } = TimeSpan.FromDays(1_826);

    /// <summary>
    /// How long it is known of a lead that its person was erased: until no message of the lead can be left, not even among the
    /// dead letters.
    /// </summary>
    public TimeSpan Erasures => DeadLetters + TimeSpan.FromDays(2);

    /// <summary>The names of all settings.</summary>
    public static IReadOnlyList<string> Settings { get; } =
        [DecisionDays.Name, DeliveryDays.Name, ClaimDays.Name, TestDays.Name, DeadLetterDays.Name, OptOutDays.Name];

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
            Claims = Days(reader, ClaimDays) ?? options.Claims,
            Tests = Days(reader, TestDays) ?? options.Tests,
            DeadLetters = Days(reader, DeadLetterDays) ?? options.DeadLetters,
            OptOuts = Days(reader, OptOutDays) ?? options.OptOuts,
        };
    }

    private static TimeSpan? Days(SettingReader reader, WholeSetting setting) =>
        reader.Find(setting) is { } days ? TimeSpan.FromDays(days) : null;
}
