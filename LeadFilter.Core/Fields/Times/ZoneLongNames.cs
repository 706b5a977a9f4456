using System.Collections.Frozen;

namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// Long names of time zones: those of Windows (<c>Eastern Standard Time</c>, which has summer time there), what Windows and web programs
/// show for them (<c>(UTC-05:00) Eastern Time (US &amp; Canada)</c>), and what browsers say in summer.
/// </summary>
/// <remarks>Facts: Unicode CLDR's windowsZones, territory 001.</remarks>
internal static class ZoneLongNames
{
    // A zone, then its names.
    private static readonly string[][] Zones =
    [
        [
            "America/New_York",
            "Eastern Standard Time", "Eastern Time (US & Canada)", "Eastern Time", "US Eastern Time", "EST5EDT", "EST/EDT",
        ],
        ["America/Indianapolis", "US Eastern Standard Time", "Indiana (East)"],
        ["America/Chicago", "Central Standard Time", "Central Time (US & Canada)", "Central Time", "US Central Time", "CST6CDT", "CST/CDT"],
        [
            "America/Denver",
            "Mountain Standard Time", "Mountain Time (US & Canada)", "Mountain Time", "US Mountain Time", "MST7MDT", "MST/MDT",
        ],
        ["America/Phoenix", "US Mountain Standard Time", "Arizona", "MST7"],
        [
            "America/Los_Angeles",
            "Pacific Standard Time", "Pacific Time (US & Canada)", "Pacific Time", "US Pacific Time", "PST8PDT", "PST/PDT",
        ],
        ["America/Anchorage", "Alaskan Standard Time", "Alaska Standard Time", "Alaska", "Alaska Time", "AKST9AKDT"],
        ["America/Adak", "Aleutian Standard Time", "Aleutian Islands"],
        ["Pacific/Honolulu", "Hawaiian Standard Time", "Hawaii-Aleutian Standard Time", "Hawaii", "Hawaii Time", "HST10"],
        ["America/Halifax", "Atlantic Standard Time", "Atlantic Time (Canada)", "Atlantic Time", "AST4ADT"],
        ["America/St_Johns", "Newfoundland Standard Time", "Newfoundland"],
        ["America/Regina", "Canada Central Standard Time", "Saskatchewan"],
        ["America/Guatemala", "Central America Standard Time", "Central America"],
        ["America/Mexico_City", "Central Standard Time (Mexico)", "Guadalajara, Mexico City, Monterrey"],
        ["America/Bogota", "SA Pacific Standard Time", "Bogota, Lima, Quito", "Bogota, Lima, Quito, Rio Branco"],
        ["America/Caracas", "Venezuela Standard Time", "Caracas"],
        ["America/Santiago", "Pacific SA Standard Time", "Santiago"],
        ["America/Sao_Paulo", "E. South America Standard Time", "Brasilia"],
        ["America/Argentina/Buenos_Aires", "Argentina Standard Time", "City of Buenos Aires", "Buenos Aires"],
        ["Europe/London", "GMT Standard Time", "Dublin, Edinburgh, Lisbon, London"],
        ["Europe/Berlin", "W. Europe Standard Time", "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"],
        ["Europe/Paris", "Romance Standard Time", "Brussels, Copenhagen, Madrid, Paris"],
        ["Europe/Budapest", "Central Europe Standard Time", "Belgrade, Bratislava, Budapest, Ljubljana, Prague"],
        ["Europe/Warsaw", "Central European Standard Time", "Sarajevo, Skopje, Warsaw, Zagreb"],
        ["Europe/Athens", "GTB Standard Time", "Athens, Bucharest"],
        ["Europe/Kyiv", "FLE Standard Time", "Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius"],
        ["Europe/Istanbul", "Turkey Standard Time", "Istanbul"],
        ["Europe/Moscow", "Russian Standard Time", "Moscow, St. Petersburg"],
        ["Asia/Jerusalem", "Israel Standard Time", "Jerusalem"],
        ["Asia/Dubai", "Arabian Standard Time", "Abu Dhabi, Muscat"],
        ["Asia/Kolkata", "India Standard Time", "Chennai, Kolkata, Mumbai, New Delhi"],
        ["Asia/Shanghai", "China Standard Time", "Beijing, Chongqing, Hong Kong, Urumqi"],
        ["Asia/Singapore", "Singapore Standard Time", "Kuala Lumpur, Singapore"],
        ["Asia/Tokyo", "Tokyo Standard Time", "Osaka, Sapporo, Tokyo"],
        ["Asia/Seoul", "Korea Standard Time", "Seoul"],
        ["Africa/Johannesburg", "South Africa Standard Time", "Harare, Pretoria"],
        ["Australia/Sydney", "AUS Eastern Standard Time", "Canberra, Melbourne, Sydney"],
        ["Australia/Brisbane", "E. Australia Standard Time", "Brisbane"],
        ["Australia/Adelaide", "Cen. Australia Standard Time", "Adelaide"],
        ["Australia/Perth", "W. Australia Standard Time", "Perth"],
        ["Pacific/Auckland", "New Zealand Standard Time", "Auckland, Wellington"],
        ["UTC", "Coordinated Universal Time", "Greenwich Mean Time"],
    ];

    // Names that hold in summer only, in minutes ahead of UTC.
    private static readonly (string Name, int Minutes)[] Summer =
    [
        ("Eastern Daylight Time", -240), ("Central Daylight Time", -300), ("Mountain Daylight Time", -360), ("Pacific Daylight Time", -420),
        ("Alaskan Daylight Time", -480), ("Alaska Daylight Time", -480), ("Atlantic Daylight Time", -180), ("British Summer Time", 60),
        ("Central European Summer Time", 120), ("W. Europe Daylight Time", 120), ("GMT Daylight Time", 60), ("Romance Daylight Time", 120),
    ];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ZoneOfName = Zones
        .SelectMany(static zone => zone.Skip(1).Select(name => KeyValuePair.Create(name, zone[0])))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a whole text that is a long name, perhaps with its offset in winter before it.</summary>
    /// <param name="text">What follows the time.</param>
    /// <param name="clock">Takes the zone.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, ref ClockText clock)
    {
        var name = WithoutOffset(text);
        foreach (var (summer, minutes) in Summer)
        {
            if (name.Equals(summer, StringComparison.OrdinalIgnoreCase))
            {
                clock.OffsetMinutes = minutes;
                return true;
            }
        }

        var zone = ZoneOfName.TryGetValue(name, out var known) ? ZoneNames.Find(known)
            : name.Length < text.Length ? ZoneNames.Find(name)
            : null;
        clock.Zone = zone;
        return zone is not null;
    }

    // (UTC-05:00) and (GMT-05:00). With summer time it is not the offset; the name tells.
    private static ReadOnlySpan<char> WithoutOffset(ReadOnlySpan<char> text) =>
        (text.StartsWith("(UTC", StringComparison.OrdinalIgnoreCase) || text.StartsWith("(GMT", StringComparison.OrdinalIgnoreCase))
        && text.IndexOf(')') is > 0 and var end
            ? text[(end + 1)..].Trim()
            : text;
}
