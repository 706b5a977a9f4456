using LeadFilter.Core.Data;
using LeadFilter.Core.Fields.Phones.Areas;
using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Leads.Clocks;

/// <summary>
/// The time zones of states, ZIP codes and area codes. A set of zones is a number whose bit <c>n</c> stands for <see cref="All"/>[n].
/// Zones whose clocks have agreed since 2007 count as one. Sources: docs/data.md.
/// </summary>
internal static class ClockZones
{
    private const int Prefixes = 1000;

    private static readonly int England = States.Place("ENG", "GB");
    private static readonly List<string> Names = [];
    private static readonly ulong[] StateSets = new ulong[States.All.Count];
    private static readonly ulong[] MainOfStates = new ulong[States.All.Count];
    private static readonly ulong[] ZipSets = new ulong[Prefixes];
    private static readonly ulong[] AreaSets = new ulong[Prefixes];
    private static readonly short[] AreaStates = new short[Prefixes];

    static ClockZones()
    {
        foreach (var line in new EmbeddedFile("state-time-zones.txt").ReadLines())
        {
            var columns = line.Split(' ');
            var place = States.Place(columns[0][3..], columns[0][..2]);
            MainOfStates[place] = SetOf(columns.AsSpan(1, 1));
            StateSets[place] = SetOf(columns.AsSpan(1));
        }

        foreach (var line in new EmbeddedFile("zip-time-zones.txt").ReadLines())
        {
            var columns = line.Split(' ');
            ZipSets[int.Parse(columns[0])] = SetOf(columns.AsSpan(1));
        }

        Array.Fill(AreaStates, (short)-1);
        for (var code = 0; code < Prefixes; code++)
        {
            if (AreaCodes.Find($"{code:000}") is not { Mainland: var country } area)
            {
                continue;
            }

            var place = area.State is { } state ? States.Place(state, country ?? "US") : -1;
            AreaStates[code] = (short)place;
            AreaSets[code] = area.TimeZone is { } zone ? SetOf([zone]) : place < 0 ? 0 : StateSets[place];
        }

        All = [.. Names.Select(TimeZoneInfo.FindSystemTimeZoneById)];
    }

    /// <summary>Every zone.</summary>
    public static IReadOnlyList<TimeZoneInfo> All { get; }

    /// <summary>The zones of the United Kingdom.</summary>
    public static ulong British => StateSets[England];

    /// <summary>The zones of a state.</summary>
    /// <param name="state">Its place in <see cref="States.All"/>.</param>
    /// <returns>None for the regions of the armed forces.</returns>
    public static ulong OfState(int state) => StateSets[state];

    /// <summary>The zones of a ZIP code.</summary>
    /// <param name="zip">Its five digits.</param>
    /// <param name="state">The place of its state in <see cref="States.All"/>.</param>
    public static ulong OfZip(ReadOnlySpan<char> zip, int state) =>
        ZipSets[NumberOf(zip)] is not 0 and var own ? own : MainOfStates[state];

    /// <summary>The zones of an area code.</summary>
    /// <param name="area">Its three digits.</param>
    /// <param name="state">The place of its state in <see cref="States.All"/>; -1 if it serves several or none.</param>
    /// <returns>None for codes of no place, and for those of other countries.</returns>
    public static ulong OfArea(ReadOnlySpan<char> area, out int state)
    {
        var code = NumberOf(area);
        state = AreaStates[code];
        return AreaSets[code];
    }

    private static int NumberOf(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 100) + ((digits[1] - '0') * 10) + (digits[2] - '0');

    private static ulong SetOf(ReadOnlySpan<string> names)
    {
        var set = 0ul;
        foreach (var name in names)
        {
            if (Names.IndexOf(name) < 0)
            {
                Names.Add(name);
            }

            set |= 1ul << Names.IndexOf(name);
        }

        return set;
    }
}
