namespace LeadFilter.Core.Fields.Phones.Plans;

/// <summary>
/// The numbering plans of all regions, as Google's libphonenumber knows them. A calling code is unpacked when it is first needed.
/// Facts: the metadata of libphonenumber, brought in by tools/refresh-phones.mjs; see docs/data.md.
/// </summary>
internal static partial class PlanArchive
{
    /// <summary>The region code of numbers that belong to no region, such as +800.</summary>
    public const string NoRegion = "001";

    private const int MostCodes = 1000;
    private const int TriplesOfLine = 32;
    private const int LineLength = (TriplesOfLine * 4) + 1;

    private static readonly Entry?[] Entries = new Entry?[MostCodes];
    private static readonly CallingCode?[] Unpacked = new CallingCode?[MostCodes];
    private static readonly List<string> Regions = [];
    private static readonly List<int> CodesOfRegions = [];
    private static readonly Dictionary<string, int> Places = new(StringComparer.OrdinalIgnoreCase);

    static PlanArchive()
    {
        var start = 0;
        foreach (var word in Index.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var columns = word.Split(':');
            var (code, codes, length) = (int.Parse(columns[0]), columns[1].Split(','), int.Parse(columns[2]));
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

        // Base64 keeps three bytes in four characters, and each line has 128 of those and an end.
        var from = entry.Start / 3;
        var to = (entry.Start + entry.Length + 2) / 3;
        var bytes = new byte[(to - from) * 3];
        var count = 0;
        for (var triple = from; triple < to;)
        {
            var inLine = Math.Min(to - triple, TriplesOfLine - (triple % TriplesOfLine));
            var line = Text.Slice((triple / TriplesOfLine * LineLength) + (triple % TriplesOfLine * 4), inLine * 4);
            Decode(line, bytes.AsSpan(count));
            count += inLine * 3;
            triple += inLine;
        }

        var callingCode = new CallingCode(code, entry.Regions, bytes.AsSpan(entry.Start - (from * 3), entry.Length));
        return Interlocked.CompareExchange(ref Unpacked[code], callingCode, null) ?? callingCode;
    }

    // The platform's decoder is compiled when it is first used, which takes longer than all that it would decode here.
    private static void Decode(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        for (var (from, to) = (0, 0); from < text.Length; (from, to) = (from + 4, to + 3))
        {
            var three = (Sextet(text[from]) << 18) | (Sextet(text[from + 1]) << 12) | (Sextet(text[from + 2]) << 6) | Sextet(text[from + 3]);
            (bytes[to], bytes[to + 1], bytes[to + 2]) = ((byte)(three >> 16), (byte)(three >> 8), (byte)three);
        }
    }

    // Six bits of base64 (RFC 4648, section 4); none of padding.
    private static int Sextet(byte letter) => letter switch
    {
        >= (byte)'a' => letter - 'a' + 26,
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => 0,
    };

    private sealed record Entry(int[] Regions, int Start, int Length);
}
