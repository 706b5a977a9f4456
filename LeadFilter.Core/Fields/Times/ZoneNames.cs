namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// The names of the IANA time zone database that texts may use. A list, so that no text from outside makes the system look for a file
/// that has its name.
/// </summary>
internal static class ZoneNames
{
    private static readonly string[] Names =
    [
        "America/New_York", "America/Detroit", "America/Indiana/Indianapolis", "America/Indianapolis", "America/Kentucky/Louisville",
        "America/Louisville", "America/Chicago", "America/Menominee", "America/Denver", "America/Boise", "America/Phoenix",
        "America/Los_Angeles", "America/Anchorage", "America/Juneau", "America/Adak", "Pacific/Honolulu", "America/Puerto_Rico",
        "America/St_Thomas", "Pacific/Guam", "Pacific/Saipan", "Pacific/Pago_Pago", "US/Eastern", "US/Central", "US/Mountain", "US/Pacific",
        "US/Alaska", "US/Hawaii", "US/Arizona", "America/St_Johns", "America/Halifax", "America/Moncton", "America/Toronto",
        "America/Montreal", "America/Winnipeg", "America/Regina", "America/Edmonton", "America/Vancouver", "America/Whitehorse",
        "America/Yellowknife", "America/Iqaluit", "Canada/Newfoundland", "Canada/Atlantic", "Canada/Eastern", "Canada/Central",
        "Canada/Mountain", "Canada/Pacific", "America/Mexico_City", "America/Monterrey", "America/Tijuana", "America/Cancun",
        "America/Havana", "America/Jamaica", "America/Santo_Domingo", "America/Panama", "America/Costa_Rica", "America/Guatemala",
        "America/El_Salvador", "America/Bogota", "America/Lima", "America/Caracas", "America/La_Paz", "America/Santiago",
        "America/Argentina/Buenos_Aires", "America/Buenos_Aires", "America/Sao_Paulo", "America/Montevideo", "Europe/London",
        "Europe/Dublin", "Europe/Lisbon", "Europe/Madrid", "Europe/Paris", "Europe/Brussels", "Europe/Amsterdam", "Europe/Luxembourg",
        "Europe/Berlin", "Europe/Zurich", "Europe/Vienna", "Europe/Rome", "Europe/Malta", "Europe/Copenhagen", "Europe/Oslo",
        "Europe/Stockholm", "Europe/Helsinki", "Europe/Tallinn", "Europe/Riga", "Europe/Vilnius", "Europe/Warsaw", "Europe/Prague",
        "Europe/Bratislava", "Europe/Budapest", "Europe/Ljubljana", "Europe/Zagreb", "Europe/Belgrade", "Europe/Sarajevo",
        "Europe/Bucharest", "Europe/Sofia", "Europe/Athens", "Europe/Istanbul", "Europe/Kiev", "Europe/Kyiv", "Europe/Minsk",
        "Europe/Moscow", "Atlantic/Reykjavik", "Atlantic/Canary", "Atlantic/Azores", "Asia/Jerusalem", "Asia/Dubai", "Asia/Riyadh",
        "Asia/Karachi", "Asia/Kolkata", "Asia/Calcutta", "Asia/Dhaka", "Asia/Bangkok", "Asia/Jakarta", "Asia/Singapore",
        "Asia/Kuala_Lumpur", "Asia/Manila", "Asia/Hong_Kong", "Asia/Shanghai", "Asia/Taipei", "Asia/Seoul", "Asia/Tokyo", "Africa/Cairo",
        "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "Africa/Casablanca", "Australia/Sydney", "Australia/Melbourne",
        "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin", "Australia/Perth", "Australia/Hobart", "Pacific/Auckland", "UTC",
        "Etc/UTC", "Etc/GMT",
    ];

    private static readonly TimeZoneInfo?[] Found = new TimeZoneInfo?[Names.Length];

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Slots = Names
        .Select((name, slot) => KeyValuePair.Create(name, slot))
        .ToDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds a zone; the system is asked once for each.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Null if the list or the system does not know it.</returns>
    public static TimeZoneInfo? Find(ReadOnlySpan<char> name)
    {
        if (!Slots.TryGetValue(name, out var slot))
        {
            return null;
        }

        if (Volatile.Read(ref Found[slot]) is null && TimeZoneInfo.TryFindSystemTimeZoneById(Names[slot], out var zone))
        {
            Volatile.Write(ref Found[slot], zone);
        }

        return Found[slot];
    }
}
