using LeadFilter.Pipeline.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LeadFilter.Cli.Serving;

/// <summary>The form of the lines of the log: text for people or JSON for programs, each with its date and time in UTC.</summary>
internal static class LogLines
{
    /// <summary>The setting that says which form: <c>text</c> or <c>json</c>.</summary>
    public const string SettingName = "LEADFILTER_LOG_FORMAT";

    private const string Timestamp = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Whether the lines are JSON.</summary>
    /// <param name="reader">The settings.</param>
    public static bool ReadJson(SettingReader reader)
    {
        switch (reader.Find(SettingName)?.ToUpperInvariant())
        {
            case null or "TEXT":
                return false;
            case "JSON":
                return true;
            default:
                reader.Problems.Add($"{SettingName} is neither text nor json. Set one of them, or leave it out for text.");
                return false;
        }
    }

    /// <summary>Has the log written to the standard output.</summary>
    /// <param name="logging">The log.</param>
    /// <param name="json">Whether its lines are JSON.</param>
    public static void Write(ILoggingBuilder logging, bool json)
    {
        if (json)
        {
            logging.AddJsonConsole(static console => (console.TimestampFormat, console.UseUtcTimestamp) = (Timestamp, true));
            return;
        }

        logging.AddSimpleConsole(static console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = $"{Timestamp} ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
    }
}
