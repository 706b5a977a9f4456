using System.Globalization;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Pipeline.Limits;

/// <summary>Reads the limits of an installation from its settings, as docs/configuration.md lists them.</summary>
public sealed class LimitSettings
{
    /// <summary>Requests a second of a vendor that has no rate of its own.</summary>
    public const string VendorRateSetting = "LEADFILTER_VENDOR_RATE";

    /// <summary>Requests at once of such a vendor, after a pause.</summary>
    public static readonly WholeSetting VendorBurst = new("LEADFILTER_VENDOR_BURST", 1, RequestRate.MaxBurst);

    /// <summary>Sets <see cref="LimitOptions.MaxInWork"/>.</summary>
    public static readonly WholeSetting MaxInWork = new("LEADFILTER_MAX_IN_WORK", 1, 100_000);

    /// <summary>Sets <see cref="LimitOptions.MaxActive"/>.</summary>
    public static readonly WholeSetting MaxActive = new("LEADFILTER_MAX_ACTIVE", 1, 100_000);

    /// <summary>Sets <see cref="LimitOptions.MaxPerVendor"/>.</summary>
    public static readonly WholeSetting MaxPerVendor = new("LEADFILTER_MAX_PER_VENDOR", 1, 200_000);

    /// <summary>Sets <see cref="LimitOptions.MaxWaiting"/>.</summary>
    public static readonly WholeSetting MaxWaiting = new("LEADFILTER_MAX_WAITING", 0, 100_000);

    /// <summary>Sets <see cref="LimitOptions.MaxWait"/>, in milliseconds.</summary>
    public static readonly WholeSetting MaxWait = new("LEADFILTER_MAX_WAIT_MS", 1, 30_000);

    /// <summary>Sets <see cref="LimitOptions.MaxBodyBytes"/>.</summary>
    public static readonly WholeSetting MaxBodyBytes = new("LEADFILTER_MAX_BODY_BYTES", 1_024, 1_048_576);

    /// <summary>Sets <see cref="LimitOptions.MaxFields"/>.</summary>
    public static readonly WholeSetting MaxFields = new("LEADFILTER_MAX_FIELDS", 1, 1_000);

    private readonly SettingReader reader;

    private LimitSettings(SettingReader reader) => this.reader = reader;

    /// <summary>The names of all settings.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        VendorRateSetting,
        .. new[] { VendorBurst, MaxInWork, MaxActive, MaxPerVendor, MaxWaiting, MaxWait, MaxBodyBytes, MaxFields }
            .Select(static one => one.Name),
    ];

    /// <summary>Reads the limits. A setting that is blank or missing has its default.</summary>
    /// <param name="reader">Reads settings.</param>
    public static LimitOptions Read(SettingReader reader) => new LimitSettings(reader).Read();

    private LimitOptions Read()
    {
        var options = new LimitOptions();
        options = options with
        {
            VendorRate = ReadRate(),
            MaxInWork = reader.Find(MaxInWork) ?? options.MaxInWork,
            MaxActive = reader.Find(MaxActive) ?? options.MaxActive,
            MaxWaiting = reader.Find(MaxWaiting) ?? options.MaxWaiting,
            MaxWait = reader.Find(MaxWait) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : options.MaxWait,
            MaxBodyBytes = reader.Find(MaxBodyBytes) ?? options.MaxBodyBytes,
            MaxFields = reader.Find(MaxFields) ?? options.MaxFields,
        };
        return reader.Find(MaxPerVendor) is { } max ? options with { MaxPerVendor = max } : options;
    }

    private RequestRate? ReadRate()
    {
        var burst = reader.Find(VendorBurst);
        if (reader.Find(VendorRateSetting) is not { } text)
        {
            if (burst is not null)
            {
                reader.Problems.Add($"The setting '{VendorBurst.Name}' is nothing without '{VendorRateSetting}'. Set both, or neither.");
            }

            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var perSecond)
            || perSecond is < RequestRate.MinPerSecond or > RequestRate.MaxPerSecond)
        {
            reader.Problems.Add(
                $"The setting '{VendorRateSetting}' must be a number from {RequestRate.MinPerSecond} to "
                + $"{RequestRate.MaxPerSecond}: requests a second.");
            return null;
        }

        return burst is { } size ? new(perSecond, size) : RequestRate.Of(perSecond);
    }
}
