namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>Writes the name of a street for its identity.</summary>
internal static class StreetName
{
    private const int MaxBareDigits = 3;

    /// <summary>Writes it: n main st, 5th ave, us hwy 50.</summary>
    /// <param name="line">The street.</param>
    /// <param name="name">The places of its words.</param>
    /// <param name="hasNumber">Whether a house number stands before it.</param>
    /// <param name="writer">Takes the words.</param>
    public static void Write(in StreetLine line, Range name, bool hasNumber, ref IdentityWriter writer)
    {
        var (start, end) = (name.Start.Value, name.End.Value);
        var isBegun = false;
        for (var at = start; at < end;)
        {
            if (line.Is(at, StreetWordKind.Mark) && (line[at] is "#" || (at + 1 < end && StreetNumber.HasDigit(line[at + 1]))))
            {
                at++;
                continue;
            }

            if (RoadName.Write(in line, at, end, hasNumber, isBegun, ref writer) is > 0 and var count)
            {
                (at, isBegun) = (at + count, true);
                continue;
            }

            if (IsTwoDirections(in line, at, end, isBegun))
            {
                writer.Word(CompassOf(line.Short(at), line.Short(at + 1)));
                at += 2;
                continue;
            }

            WriteWord(in line, at, end, isBegun, ref writer);
            isBegun |= !line.Is(at, StreetWordKind.Direction);
            at++;
        }
    }

    private static void WriteWord(in StreetLine line, int at, int end, bool isBegun, ref IdentityWriter writer)
    {
        var word = line[at];
        var isBeforeType = at + 1 < end && line.Is(at + 1, StreetWordKind.Type);
        var isBeforeLast = isBeforeType && !line.Is(at + 1, StreetWordKind.Numbered)
            && (at + 2 == end || line.Is(at + 2, StreetWordKind.Direction));
        if (!isBegun && isBeforeLast && word is "north" or "south" or "east" or "west")
        {
            // North St is not N St, which stands between M and O; but North Court St is N Court St.
            writer.Word(word);
        }
        else if (!isBegun && isBeforeType && word.Length <= MaxBareDigits && StreetNumber.IsDigits(word)
            && line.Short(at + 1) is "st" or "ave" or "rd" or "pl" or "dr" or "ct" or "ln" or "ter" or "blvd")
        {
            // 67 Ave is 67th Ave.
            Span<char> ordinal = stackalloc char[MaxBareDigits + 2];
            word.CopyTo(ordinal);
            StreetNumber.OrdinalEnding(word).CopyTo(ordinal[word.Length..]);
            writer.Word(ordinal[..(word.Length + 2)]);
        }
        else if (line.Short(at) is var known && !known.Equals(word, StringComparison.Ordinal))
        {
            writer.Word(known);
        }
        else
        {
            writer.Names(word);
        }
    }

    // N E 5th St, 5th Ave N E; but N E St, which is E Street.
    private static bool IsTwoDirections(in StreetLine line, int at, int end, bool isBegun) =>
        at + 1 < end
        && line.Short(at) is "n" or "s"
        && line.Short(at + 1) is "e" or "w"
        && (at + 2 == end ? isBegun : !line.Is(at + 2, StreetWordKind.Type));

    private static string CompassOf(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => (first[0], second[0]) switch
    {
        ('n', 'e') => "ne",
        ('n', _) => "nw",
        (_, 'e') => "se",
        _ => "sw",
    };
}
