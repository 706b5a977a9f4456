using System.Globalization;
using LeadFilter.Core.Vendors;

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

    private readonly Func<string, string?> setting;
    private readonly ICollection<string> problems;

    private LimitSettings(Func<string, string?> setting, ICollection<string> problems)
    {
        this.setting = setting;
        this.problems = problems;
    }

    /// <summary>The names of all settings.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        VendorRateSetting, VendorBurstSetting, MaxInWorkSetting, MaxPerVendorSetting, MaxWaitingSetting, MaxWaitSetting,
            MaxBodySetting, MaxFieldsSetting,
    ];

    /// <summary>Reads the limits. A setting that is blank or missing has its default.</summary>
    /// <param name="setting">Looks up a setting.</param>
    /// <param name="problems">Takes a sentence for each setting that is wrong; then the options are not to be used.</param>
    public static LimitOptions Read(Func<string, string?> setting, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(problems);
        return new LimitSettings(setting, problems).Read();
    }

    private LimitOptions Read()
    {
        var options = new LimitOptions();
        options = options with
        {
            VendorRate = ReadRate(),
            MaxInWork = Whole(MaxInWorkSetting, 1, 100_000) ?? options.MaxInWork,
            MaxWaiting = Whole(MaxWaitingSetting, 0, 100_000) ?? options.MaxWaiting,
            MaxWait = Whole(MaxWaitSetting, 1, 30_000) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : options.MaxWait,
            MaxBodyBytes = Whole(MaxBodySetting, 1_024, 1_048_576) ?? options.MaxBodyBytes,
            MaxFields = Whole(MaxFieldsSetting, 1, 1_000) ?? options.MaxFields,
        };
        return Whole(MaxPerVendorSetting, 1, 200_000) is { } most ? options with { MaxPerVendor = most } : options;
    }

    private RequestRate? ReadRate()
    {
        var burst = Whole(VendorBurstSetting, 1, RequestRate.MostBurst);
        if (Find(VendorRateSetting) is not { } text)
        {
            if (burst is not null)
            {
                problems.Add($"The setting '{VendorBurstSetting}' is nothing without '{VendorRateSetting}'. Set both, or neither.");
            }

            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var perSecond)
            || perSecond is < RequestRate.LeastPerSecond or > RequestRate.MostPerSecond)
        {
            problems.Add(
                $"The setting '{VendorRateSetting}' must be a number from {RequestRate.LeastPerSecond} to "
                + $"{RequestRate.MostPerSecond}: requests a second.");
            return null;
        }

        return burst is { } size ? new(perSecond, size) : RequestRate.Of(perSecond);
    }

    private int? Whole(string name, int least, int most)
    {
        if (Find(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        problems.Add($"The setting '{name}' must be a whole number from {least} to {most}.");
        return null;
    }

    private string? Find(string name) => setting(name)?.Trim() is { Length: > 0 } text ? text : null;
}
