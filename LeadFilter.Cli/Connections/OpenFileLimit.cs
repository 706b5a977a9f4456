using System.Globalization;

namespace LeadFilter.Cli.Connections;

/// <summary>How many files, connections included, the system lets this process have open.</summary>
internal static class OpenFileLimit
{
    private const string LimitsFile = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>
    /// The soft limit. The runtime has raised it to the hard one by the time this is asked. Null where the system does not say:
    /// Windows has no such limit, and macOS allows 10,240.
    /// </summary>
    public static int? Find()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Read(File.ReadLines(LimitsFile)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads the limit from the lines of <c>/proc/PID/limits</c> (proc_pid_limits(5)): name, soft limit, hard limit, unit.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <returns>Null if there is no such line or no limit.</returns>
    internal static int? Read(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith(Line, StringComparison.Ordinal)
                && line[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..]
                && long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
            {
                return (int)Math.Min(limit, int.MaxValue);
            }
        }

        return null;
    }
}
