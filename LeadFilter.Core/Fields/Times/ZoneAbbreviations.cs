namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// Abbreviations of time zones: those of North America, Europe, Australia and New Zealand, and a few more that mean one thing.
/// Where one has meanings on several continents, it is the North American or British one.
/// </summary>
/// <remarks>Facts: RFC 5322, section 4.3, and the IANA time zone database.</remarks>
internal static class ZoneAbbreviations
{
    private static readonly Dictionary<string, int> Minutes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["UT"] = 0, ["WET"] = 0,
        ["NST"] = -210, ["NDT"] = -150, ["AST"] = -240, ["ADT"] = -180, ["EST"] = -300, ["EDT"] = -240, ["CST"] = -360, ["CDT"] = -300,
        ["MST"] = -420, ["MDT"] = -360, ["PST"] = -480, ["PDT"] = -420, ["AKST"] = -540, ["AKDT"] = -480, ["HST"] = -600, ["HDT"] = -540,
        ["CHST"] = 600, ["BRT"] = -180, ["ART"] = -180,
        ["BST"] = 60, ["WEST"] = 60, ["CET"] = 60, ["CEST"] = 120, ["MEZ"] = 60, ["MESZ"] = 120, ["EET"] = 120, ["EEST"] = 180,
        ["MSK"] = 180, ["SAST"] = 120, ["PKT"] = 300, ["SGT"] = 480, ["HKT"] = 480, ["JST"] = 540, ["KST"] = 540, ["AWST"] = 480,
        ["ACST"] = 570, ["ACDT"] = 630, ["AEST"] = 600, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780,
    };

    /// <summary>What people say for a zone in summer and in winter.</summary>
    private static readonly Dictionary<string, string> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ET"] = "America/New_York", ["CT"] = "America/Chicago", ["MT"] = "America/Denver", ["PT"] = "America/Los_Angeles",
    };

    /// <summary>India, Israel and Ireland; Armenia and the Amazon; the Gulf and South Georgia; Samoa and Singapore.</summary>
    private static readonly HashSet<string> Ambiguous = new[] { "IST", "AMT", "GST", "SST" }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MinutesBySpan =
        Minutes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> GenericBySpan =
        Generic.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AmbiguousBySpan =
        Ambiguous.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word means UTC.</summary>
    /// <param name="word">The word.</param>
    public static bool IsUtc(ReadOnlySpan<char> word) =>
        word is ['Z' or 'z']
            || word.Equals("UTC", StringComparison.OrdinalIgnoreCase)
            || word.Equals("GMT", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word is an abbreviation, whatever it means.</summary>
    /// <param name="word">The word.</param>
    public static bool IsKnown(ReadOnlySpan<char> word) => MinutesBySpan.ContainsKey(word) || AmbiguousBySpan.Contains(word);

    /// <summary>Reads an abbreviation.</summary>
    /// <param name="word">The word.</param>
    /// <param name="clock">Takes the zone.</param>
    /// <param name="why">Why it cannot be used; null if it can.</param>
    /// <returns>Whether it is an abbreviation.</returns>
    public static bool TryRead(ReadOnlySpan<char> word, ref ClockText clock, out string? why)
    {
        why = null;
        if (MinutesBySpan.TryGetValue(word, out var minutes))
        {
            clock.OffsetMinutes = minutes;
            return true;
        }

        if (GenericBySpan.TryGetValue(word, out var name))
        {
            clock.Zone = ZoneNames.Find(name);
            why = clock.Zone is null ? ZoneText.NoSuchZone : null;
            return true;
        }

        why = "time zone with several meanings";
        return AmbiguousBySpan.Contains(word);
    }
}
