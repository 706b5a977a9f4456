using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Cli.Metrics;

/// <summary>Whether metrics are collected for <c>/metrics</c>.</summary>
internal static class MetricsSwitch
{
    /// <summary>The setting: <c>on</c> or <c>off</c>.</summary>
    public const string SettingName = "LEADFILTER_METRICS";

    /// <summary>Reads it.</summary>
    /// <param name="reader">The settings.</param>
    public static bool Read(SettingReader reader)
    {
        switch (reader.Find(SettingName)?.ToUpperInvariant())
        {
            case null or "ON":
                return true;
            case "OFF":
                return false;
            default:
                reader.Problems.Add($"{SettingName} is neither on nor off. Set one of them, or leave it out for on.");
                return true;
        }
    }
}
