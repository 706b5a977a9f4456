using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Cli.Connections;

/// <summary>Reads how many connections may be open from the installation's settings, as docs/configuration.md lists them.</summary>
internal static class ConnectionSettings
{
    /// <summary>Sets <see cref="ConnectionOptions.Max"/>.</summary>
    public static readonly WholeSetting Max = new("LEADFILTER_MAX_CONNECTIONS", 16, 100_000);

    /// <summary>Sets <see cref="ConnectionOptions.MaxPerAddress"/>.</summary>
    public static readonly WholeSetting MaxPerAddress = new("LEADFILTER_MAX_CONNECTIONS_PER_ADDRESS", 1, 100_000);

    /// <summary>Sets <see cref="ConnectionOptions.HeadersTimeout"/>, in seconds.</summary>
    public static readonly WholeSetting HeadersSeconds = new("LEADFILTER_HEADERS_SECONDS", 1, 120);

    /// <summary>Sets <see cref="ConnectionOptions.KeepAliveTimeout"/>, in seconds.</summary>
    public static readonly WholeSetting KeepAliveSeconds = new("LEADFILTER_KEEP_ALIVE_SECONDS", 1, 3_600);

    /// <summary>
    /// Files that the process opens besides its connections: its own assemblies and data, and what it calls. A process at rest
    /// has about 170 open; 16 deliveries and the look-ups come on top.
    /// </summary>
    private const int Reserve = 320;

    /// <summary>The names of all settings.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. new[] { Max, MaxPerAddress, HeadersSeconds, KeepAliveSeconds }.Select(static one => one.Name)];

    /// <summary>Reads the settings. One that is blank or missing has its default.</summary>
    /// <param name="reader">Reads settings.</param>
    /// <param name="openFiles">How many files the process may have open; null for as many as it likes.</param>
    public static ConnectionOptions Read(SettingReader reader, int? openFiles)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var options = new ConnectionOptions();
        var possible = openFiles is { } files ? Math.Max(Max.Min, files - Math.Min(Reserve, files / 2)) : int.MaxValue;
        if (reader.Find(Max) is { } max)
        {
            options = options with { Max = max };
            if (max > possible)
            {
                reader.Problems.Add(
                    $"The setting '{Max.Name}' must be at most {possible} here: this process may have {openFiles} files open. Lower "
                    + "it, or allow more open files (ulimit -n, or LimitNOFILE in systemd).");
            }
        }
        else
        {
            options = options with { Max = Math.Min(options.Max, possible) };
        }

        options = options with
        {
            HeadersTimeout = Seconds(reader, HeadersSeconds) ?? options.HeadersTimeout,
            KeepAliveTimeout = Seconds(reader, KeepAliveSeconds) ?? options.KeepAliveTimeout,
        };
        return reader.Find(MaxPerAddress) is { } each ? options with { MaxPerAddress = each } : options;
    }

    private static TimeSpan? Seconds(SettingReader reader, WholeSetting setting) =>
        reader.Find(setting) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
