using LeadFilter.Core.Data;

namespace LeadFilter.Core.Fields.Phones.Plans;

/// <summary>
/// The numbering plans of all regions, as Google's libphonenumber knows them. A calling code is unpacked when it is first needed.
/// Facts: the metadata of libphonenumber, brought in by tools/refresh-phones.mjs; see docs/data.md.
/// </summary>
internal static class PlanArchive
{
    /// <summary>The region code of numbers that belong to no region, such as +800.</summary>
    public const string NoRegion = "001";

    private const int MaxCodes = 1000;

    private static readonly string[] TypeNames =
    [
        "PREMIUM_RATE", "TOLL_FREE", "SHARED_COST", "VOIP", "PERSONAL_NUMBER", "PAGER", "UAN", "VOICEMAIL", "FIXED_LINE_OR_MOBILE",
        "FIXED_LINE", "MOBILE",
    ];

    // The plans one after another.
    private static readonly EmbeddedFile Plans = new("numbering-plans.bin");
    private static readonly Entry?[] Entries = new Entry?[MaxCodes];
    private static readonly CallingCode?[] Unpacked = new CallingCode?[MaxCodes];
    private static readonly List<string> Regions = [];
    private static readonly List<int> CodesOfRegions = [];
    private static readonly Dictionary<string, int> Places = new(StringComparer.OrdinalIgnoreCase);

    static PlanArchive()
    {
        var start = 0;
        foreach (var line in new EmbeddedFile("numbering-plans.txt").ReadLines())
        {
            // CODE BYTES REGION ...: the first region is the main one, 001 stands for no place.
            var columns = line.Split(' ');
            var (code, length, codes) = (int.Parse(columns[0]), int.Parse(columns[1]), columns[2..]);
            var regions = new int[codes.Length];
            for (var i = 0; i < codes.Length; i++)
            {
                regions[i] = Regions.Count;
                Regions.Add(codes[i]);
                CodesOfRegions.Add(code);
                Places[codes[i]] = regions[i];
            }

            Entries[code] = new(regions, start, length);
            start += length;
        }
    }

    /// <summary>All regions by their ISO 3166 codes, in the order of their calling codes; <see cref="NoRegion"/> several times.</summary>
    public static IReadOnlyList<string> RegionCodes => Regions;

    /// <summary>Finds a region.</summary>
    /// <param name="region">Two letters of ISO 3166, in either case.</param>
    /// <returns>Its place in <see cref="RegionCodes"/>; -1 if it has no telephone numbers.</returns>
    public static int FindRegion(string region) => region != NoRegion && Places.TryGetValue(region, out var place) ? place : -1;

    /// <summary>The plan of a region.</summary>
    /// <param name="region">Its place in <see cref="RegionCodes"/>.</param>
    public static NumberingPlan PlanOf(int region) => CallingCodeOf(CodesOfRegions[region])!.PlanOf(region);

    /// <summary>A type of number in libphonenumber's words.</summary>
    /// <param name="type">The type's number, 0 to 10.</param>
    public static string TypeName(int type) => TypeNames[type];

    /// <summary>The number of a type.</summary>
    /// <param name="name">The type in libphonenumber's words.</param>
    public static int TypeNumber(string name) => Array.IndexOf(TypeNames, name);

    /// <summary>A calling code.</summary>
    /// <param name="code">0 to 999.</param>
    /// <returns>Null if no region has it.</returns>
    public static CallingCode? CallingCodeOf(int code) => Volatile.Read(ref Unpacked[code]) ?? Unpack(code);

    private static CallingCode? Unpack(int code)
    {
        if (Entries[code] is not { } entry)
        {
            return null;
        }

        var callingCode = new CallingCode(code, entry.Regions, Plans.Read().Slice(entry.Start, entry.Length));
        return Interlocked.CompareExchange(ref Unpacked[code], callingCode, null) ?? callingCode;
    }

    private sealed record Entry(int[] Regions, int Start, int Length);
}
