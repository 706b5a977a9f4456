namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// Finds the flat in a street: Apt 4B, 2nd Floor, Bldg 2 Apt 3, Rear, or a bare number behind a comma or the street's type.
/// </summary>
internal static class StreetUnit
{
    private const int MaxBareLength = 6;

    private const StreetWordKind Announcing =
        StreetWordKind.Unit | StreetWordKind.Building | StreetWordKind.Floor | StreetWordKind.Alone | StreetWordKind.Mark;

    private const StreetWordKind Unnamed = StreetWordKind.Direction | StreetWordKind.Qualifier | StreetWordKind.Numbered;

    /// <summary>Where a flat before the house number ends: Flat 2, 10 Downing St; #42 123 Main St.</summary>
    /// <param name="line">The street.</param>
    /// <param name="start">Where to look.</param>
    /// <param name="end">Where the street ends.</param>
    /// <returns>The word behind it; the start if there is none. Behind it stands a number, or nothing, as in a second line.</returns>
    public static int LeadingEnd(in StreetLine line, int start, int end)
    {
        if (line.Break(start + 1) == StreetBreak.Slash)
        {
            return start + 1;
        }

        var next = PieceEnd(in line, start, end);
        if (next <= start)
        {
            return start;
        }

        // Apt 4 B, 12 Elm St.
        if (next + 1 < end && StreetNumber.IsLetter(line[next]) && line.Break(next) == StreetBreak.None && IsNumber(in line, next + 1))
        {
            next++;
        }

        var isMark = line.Is(start, StreetWordKind.Mark);
        return next == end || IsNumber(in line, next) ? next
            : isMark ? start
            : LeadingEnd(in line, next, end) > next ? next
            : line.Break(next) == StreetBreak.Comma && !line.Is(start, StreetWordKind.Alone) ? next
            : start;
    }

    /// <summary>Where a flat between the house number and the street ends: 1150 #310 Maple Grove Blvd.</summary>
    /// <param name="line">The street.</param>
    /// <param name="start">The word behind the house number.</param>
    /// <param name="end">Where the street ends.</param>
    /// <returns>The word behind it; the start if there is none.</returns>
    public static int MiddleEnd(in StreetLine line, int start, int end)
    {
        var isMark = line.Is(start, StreetWordKind.Mark);
        if ((!isMark && !line.Is(start, StreetWordKind.Strong)) || start + 2 >= end)
        {
            return start;
        }

        var next = PieceEnd(in line, start, end);
        return next > start && next < end && !line.Is(next, StreetWordKind.Type | Announcing) && !StreetNumber.HasDigit(line[next]) ? next
            : next > start && next < end && StreetNumber.IsOrdinal(line[next]) ? next
            : start;
    }

    /// <summary>Where the flat begins behind the street's name.</summary>
    /// <param name="line">The street.</param>
    /// <param name="start">Where the name begins.</param>
    /// <param name="end">Where the street ends.</param>
    /// <param name="hasNumber">Whether it has its house number, so that a bare number is the flat's.</param>
    /// <returns>The end if there is none.</returns>
    public static int TrailingStart(in StreetLine line, int start, int end, bool hasNumber)
    {
        var (isNamed, isTyped) = (false, false);
        for (var at = start; at < end; at++)
        {
            if (at > start && isNamed
                && (IsAnnounced(in line, at, end, isTyped) || (hasNumber && IsBare(in line, at, end, isTyped))))
            {
                return at;
            }

            isTyped |= isNamed && line.Is(at, StreetWordKind.Type);

            // St Rd 7 is a state road.
            isNamed |= !line.Is(at, Unnamed) && !(line[at] is "st" && !isNamed && line.Is(at + 1, StreetWordKind.Type));
        }

        return end;
    }

    /// <summary>Whether a word is a house number.</summary>
    /// <param name="line">The street.</param>
    /// <param name="at">The word's place.</param>
    public static bool IsNumber(in StreetLine line, int at) =>
        at < line.Count
        && StreetNumber.IsHouse(line[at])
        && !(StreetNumber.IsFraction(line[at]) && at + 1 < line.Count && line[at + 1] is "mile");

    // Apt 4, #4, 2nd Floor, Rear; the start if it is none of them.
    private static int PieceEnd(in StreetLine line, int start, int end)
    {
        if (IsFloorBehind(in line, start, end))
        {
            return start + 2;
        }

        if (line.Is(start, StreetWordKind.Unit | StreetWordKind.Building | StreetWordKind.Floor | StreetWordKind.Mark))
        {
            var value = start + 1;
            while (value < end && line.Is(value, StreetWordKind.Mark))
            {
                value++;
            }

            if (value == end)
            {
                return line.Is(start, StreetWordKind.Strong) ? end : start;
            }

            var isValue = StreetNumber.HasDigit(line[value]) || StreetNumber.IsLetter(line[value])
                || line.Is(value, StreetWordKind.Alone | StreetWordKind.Spelled);
            return isValue ? value + 1 : start;
        }

        return line.Is(start, StreetWordKind.Alone) ? start + 1 : start;
    }

    private static bool IsFloorBehind(in StreetLine line, int at, int end) =>
        at + 1 < end && line.Is(at + 1, StreetWordKind.Floor) && (StreetNumber.IsOrdinal(line[at]) || line.Is(at, StreetWordKind.Ordinal));

    private static bool IsAnnounced(in StreetLine line, int at, int end, bool isTyped)
    {
        var kind = line.Kind(at);
        if ((kind & StreetWordKind.Alone) != StreetWordKind.None && IsLastWithNumber(in line, at, end))
        {
            // Harbor Front is a street's name.
            return isTyped || line.Break(at) == StreetBreak.Comma || line[at] is "rear" or "bsmt" or "basement" or "ph" or "penthouse";
        }

        if (IsFloorBehind(in line, at, end))
        {
            return isTyped || line.Break(at) == StreetBreak.Comma || IsLastOfPart(in line, at + 1, end);
        }

        if (!line.Is(at, (Announcing & ~StreetWordKind.Alone) | StreetWordKind.Box))
        {
            return false;
        }

        var value = at + 1;
        while (value < end && line.Is(value, StreetWordKind.Mark))
        {
            value++;
        }

        var isStrong = (kind & StreetWordKind.Strong) != StreetWordKind.None;
        if (value == end)
        {
            return isStrong;
        }

        if (line[at] is "#")
        {
            return true;
        }

        var behind = value + 1;
        if (StreetNumber.HasDigit(line[value]))
        {
            // Stop 30 Rd; Lot 5 Rd.
            return isTyped || line.Break(at) == StreetBreak.Comma || behind >= end
                || !(line.Is(behind, StreetWordKind.Type) && line.Break(behind) == StreetBreak.None);
        }

        if ((kind & (StreetWordKind.Mark | StreetWordKind.Box)) != StreetWordKind.None)
        {
            return false;
        }

        if (StreetNumber.IsLetter(line[value]))
        {
            return (isTyped || line.Break(at) == StreetBreak.Comma || isStrong) && (isStrong || IsLastWithNumber(in line, value, end));
        }

        // Suite Life Blvd, Unit St; but Apt Upstairs.
        return line.Is(value, StreetWordKind.Spelled | StreetWordKind.Alone) ? IsLastWithNumber(in line, value, end)
            : isStrong && !line.Is(value, StreetWordKind.Type)
            && (isTyped || line.Break(at) == StreetBreak.Comma || IsLastOfPart(in line, value, end));
    }

    // A number or a letter behind a comma, or a number behind the street's type: 12 Elm St, B; 12 Elm St 4; not Road 4, nor 5th St N.
    private static bool IsBare(in StreetLine line, int at, int end, bool isTyped)
    {
        var word = line[at];
        var isNumber = StreetNumber.HasDigit(word) && word.Length <= MaxBareLength && !StreetNumber.IsOrdinal(word);
        if (!isNumber && !StreetNumber.IsLetter(word))
        {
            return false;
        }

        var isLast = IsLastOfPart(in line, at, end)
            || (isNumber && StreetNumber.IsLetter(line[at + 1]) && IsLastOfPart(in line, at + 1, end));
        return isLast && (line.Break(at) == StreetBreak.Comma
            || (isTyped && (isNumber || !line.Is(at, StreetWordKind.Direction)) && IsBehindType(in line, at - 1)));
    }

    private static bool IsBehindType(in StreetLine line, int at) =>
        line.Is(at, StreetWordKind.Type) ? !line.Is(at, StreetWordKind.Numbered)
            : line.Is(at, StreetWordKind.Direction) && line.Is(at - 1, StreetWordKind.Type) && !line.Is(at - 1, StreetWordKind.Numbered);

    // PH, PH 2.
    private static bool IsLastWithNumber(in StreetLine line, int at, int end) =>
        IsLastOfPart(in line, at, end) || (StreetNumber.HasDigit(line[at + 1]) && IsLastOfPart(in line, at + 1, end));

    private static bool IsLastOfPart(in StreetLine line, int at, int end) =>
        at + 1 >= end || line.Break(at + 1) == StreetBreak.Comma || line.Is(at + 1, Announcing);
}
