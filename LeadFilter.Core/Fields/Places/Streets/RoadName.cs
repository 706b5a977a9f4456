namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// Roads that are known by a number, in one form for all: US 50, US-50, US Highway 50 and US Route 50. Facts: USPS Publication 28,
/// appendix F. State roads, routes and highways of one number are one road; a county's roads and highways may be two.
/// </summary>
internal static class RoadName
{
    /// <summary>Writes what says which kind of road it is: us hwy.</summary>
    /// <param name="line">The street.</param>
    /// <param name="at">Where it may begin.</param>
    /// <param name="end">Where the name ends.</param>
    /// <param name="hasNumber">Whether a house number stands before the name.</param>
    /// <param name="isBegun">Whether words of the name stand before it, so that Elm Cr is a creek.</param>
    /// <param name="writer">Takes the words.</param>
    /// <returns>How many words of the line it took; 0 if there is no such road.</returns>
    public static int Write(in StreetLine line, int at, int end, bool hasNumber, bool isBegun, ref IdentityWriter writer)
    {
        if (!line.Is(at, StreetWordKind.Qualifier | StreetWordKind.Numbered | StreetWordKind.Route | StreetWordKind.Strong)
            && line[at] is not ("u" or "st"))
        {
            return 0;
        }

        if (isBegun && line[at] is "cr" or "tr" or "pr")
        {
            return 0;
        }

        var (first, second, count) = Road(in line, at, end, hasNumber);
        if (count == 0 || !HasDesignation(in line, at + count, end, isSaid: count > 1))
        {
            return 0;
        }

        writer.Word(first);
        if (second.Length > 0)
        {
            writer.Word(second);
        }

        return count;
    }

    private static (string First, string Second, int Count) Road(in StreetLine line, int at, int end, bool hasNumber)
    {
        var next = Word(in line, at + 1, end);
        var isWay = next is "hwy" or "rte" or "rd";
        return line[at] switch
        {
            "us" => ("us", "hwy", isWay ? 2 : 1),
            "u" when next is "s" => ("us", "hwy", Word(in line, at + 2, end) is "hwy" or "rte" ? 3 : 2),
            "united" when next is "states" => ("us", "hwy", Word(in line, at + 2, end) is "hwy" or "rte" ? 3 : 2),
            "state" or "st" when isWay => ("state", "hwy", 2),
            "sr" or "sh" => ("state", "hwy", 1),
            "county" or "co" or "cty" or "cnty" => next switch
            {
                "hwy" => ("county", "hwy", 2),
                "rte" => ("county", "rte", 2),
                "rd" => ("county", "rd", 2),
                _ => ("", "", 0),
            },
            "cr" => ("county", "rd", 1),
            "cth" => ("county", "hwy", 1),
            "private" or "pvt" when next is "rd" => ("private", "rd", 2),
            "pr" => ("private", "rd", 1),
            "farm" when IsToMarket(in line, at, end) => ("fm", "", Word(in line, at + 3, end) is "rd" ? 4 : 3),
            "ranch" when IsToMarket(in line, at, end) => ("rm", "", Word(in line, at + 3, end) is "rd" ? 4 : 3),
            "fm" or "rm" => (line[at] is "fm" ? "fm" : "rm", "", next is "rd" ? 2 : 1),
            "ranch" when next is "rd" => ("ranch", "rd", 2),
            "rr" when hasNumber => ("ranch", "rd", 1),
            "township" or "twp" when next is "rd" or "hwy" => ("township", "rd", 2),
            "tr" when hasNumber => ("township", "rd", 1),
            "interstate" or "i" or "ih" => ("interstate", "", next is "hwy" ? 2 : 1),
            _ => ("", "", 0),
        };
    }

    private static bool IsToMarket(in StreetLine line, int at, int end) =>
        Word(in line, at + 1, end) is "to" && Word(in line, at + 2, end) is "market";

    private static ReadOnlySpan<char> Word(in StreetLine line, int at, int end) => at < end ? line.Short(at) : default;

    // Highway 50, County Road 12B; of roads with two words also letters, as in Wisconsin and Missouri: State Highway DD.
    private static bool HasDesignation(in StreetLine line, int at, int end, bool isSaid)
    {
        while (at < end && line.Is(at, StreetWordKind.Mark))
        {
            at++;
        }

        if (at >= end)
        {
            return false;
        }

        return char.IsAsciiDigit(line[at][0])
            ? !StreetNumber.IsOrdinal(line[at])
            : isSaid && line[at].Length <= 3 && !line.Is(at, StreetWordKind.Type);
    }
}
