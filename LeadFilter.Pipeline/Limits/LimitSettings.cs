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
    public const string VendorBurstSetting = "LEADFILTER_VENDOR_BURST";

    /// <summary>The name of <see cref="LimitOptions.MaxInWork"/>.</summary>
    public const string MaxInWorkSetting = "LEADFILTER_MAX_IN_WORK";

    /// <summary>The name of <see cref="LimitOptions.MaxPerVendor"/>.</summary>
    public const string MaxPerVendorSetting = "LEADFILTER_MAX_PER_VENDOR";

    /// <summary>The name of <see cref="LimitOptions.MaxWaiting"/>.</summary>
    public const string MaxWaitingSetting = "LEADFILTER_MAX_WAITING";

    /// <summary>The name of <see cref="LimitOptions.MaxWait"/>, in milliseconds.</summary>
    public const string MaxWaitSetting = "LEADFILTER_MAX_WAIT_MS";

    /// <summary>The name of <see cref="LimitOptions.MaxBodyBytes"/>.</summary>
    public const string MaxBodySetting = "LEADFILTER_MAX_BODY_BYTES";

    /// <summary>The name of <see cref="LimitOptions.MaxFields"/>.</summary>
    public const string MaxFieldsSetting = "LEADFILTER_MAX_FIELDS";

    private readonly SettingReader reader;

    private LimitSettings(SettingReader reader) => this.reader = reader;

    /// <summary>The names of all settings.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        VendorRateSetting, VendorBurstSetting, MaxInWorkSetting, MaxPerVendorSetting, MaxWaitingSetting, MaxWaitSetting,
            MaxBodySetting, MaxFieldsSetting,
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
            MaxInWork = reader.Whole(MaxInWorkSetting, 1, 100_000) ?? options.MaxInWork,
            MaxWaiting = reader.Whole(MaxWaitingSetting, 0, 100_000) ?? options.MaxWaiting,
            MaxWait = reader.Whole(MaxWaitSetting, 1, 30_000) is { } milliseconds
                ? TimeSpan.FromMilliseconds(milliseconds)
                : options.MaxWait,
            MaxBodyBytes = reader.Whole(MaxBodySetting, 1_024, 1_048_576) ?? options.MaxBodyBytes,
            MaxFields = reader.Whole(MaxFieldsSetting, 1, 1_000) ?? options.MaxFields,
        };
        return reader.Whole(MaxPerVendorSetting, 1, 200_000) is { } most ? options with { MaxPerVendor = most } : options;
    }

    private RequestRate? ReadRate()
    {
        var burst = reader.Whole(VendorBurstSetting, 1, RequestRate.MaxBurst);
        if (reader.Find(VendorRateSetting) is not { } text)
        {
            if (burst is not null)
            {
                reader.Problems.Add($"The setting '{VendorBurstSetting}' is nothing without '{VendorRateSetting}'. Set both, or neither.");
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
