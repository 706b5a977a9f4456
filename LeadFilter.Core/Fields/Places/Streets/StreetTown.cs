using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// Finds the town, state, ZIP code and country that stand behind a street in the same text: 123 Main St, Austin, TX 78701.
/// </summary>
internal static class StreetTown
{
    private const int ZipLength = 5;
    private const int LongZipLength = 10;
    private const int MaxStateWords = 3;
    private const int CodeLength = 2;

    private const StreetWordKind Announcing = StreetWordKind.Unit | StreetWordKind.Box | StreetWordKind.Mark | StreetWordKind.Numbered
        | StreetWordKind.Floor | StreetWordKind.Building | StreetWordKind.Route;

    /// <summary>Where it begins.</summary>
    /// <param name="line">The street.</param>
    /// <returns>The place of its first word; behind the last word if there is none, or it might as well be the street's.</returns>
    public static int StartIn(in StreetLine line)
    {
        var end = WithoutCountry(in line);
        var isZip = end > 1 && IsZip(line[end - 1]);
        var stateEnd = isZip ? end - 1 : end;
        if (StateStart(in line, stateEnd, isZip) is > 0 and var state)
        {
            var start = TownStart(in line, state);
            return isZip || line.Break(state) == StreetBreak.Comma || start < state ? start : line.Count;
        }

        if (!isZip)
        {
            return end;
        }

        // Main St, Austin 78701. Five digits alone are a flat's as well.
        var town = RunStart(in line, stateEnd);
        return town > 0 && town < stateEnd && IsTown(in line, town) && line.Break(stateEnd) == StreetBreak.None ? town
            : line[stateEnd].Length == LongZipLength ? stateEnd
            : line.Count;
    }

    private static int WithoutCountry(in StreetLine line)
    {
        var last = line.Count - 1;
        return last < 1 ? line.Count
            : line[last] is "usa" || (line[last] is "us" && line.Break(last) == StreetBreak.Comma) ? last
            : last > 1 && line[last] is "states" && line[last - 1] is "united" ? last - 1
            : line.Count;
    }

    private static bool IsZip(ReadOnlySpan<char> word) =>
        word.Length == ZipLength ? StreetNumber.IsDigits(word)
            : word.Length == LongZipLength && word[ZipLength] == '-'
            && StreetNumber.IsDigits(word[..ZipLength]) && StreetNumber.IsDigits(word[(ZipLength + 1)..]);

    // The longest name: West Virginia is not Virginia. Behind it must be a ZIP code, or before it a comma; a code without both needs a
    // town.
    private static int StateStart(in StreetLine line, int end, bool isZip)
    {
        for (var start = Math.Max(1, end - MaxStateWords); start < end; start++)
        {
            // Most streets have none, and say so by their last word.
            var isCode = end - start == 1 && line[start].Length == CodeLength;
            var isBehindComma = line.Break(start) == StreetBreak.Comma;
            if ((!isZip && !isBehindComma && (!isCode || line.Is(start, StreetWordKind.Type | StreetWordKind.Direction)))
                || !IsOnePhrase(in line, start, end)
                || !IsState(in line, start, end))
            {
                continue;
            }

            return isBehindComma ? start
                : isCode ? IsSurelyCode(in line, start) ? start : -1
                : isZip ? start
                : -1;
        }

        return -1;
    }

    private static bool IsOnePhrase(in StreetLine line, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!IsLetters(line[i]) || (i > start && line.Break(i) != StreetBreak.None))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsState(in StreetLine line, int start, int end) =>
        States.Find(line.TextOf(start..end), "US") is >= 0 and var found && States.All[found].Country is "US" or "CA";

    // Ct is a court, and La, Fl, Ne and Mt are words of streets too, unless the street has its type already.
    private static bool IsSurelyCode(in StreetLine line, int at)
    {
        if (!line.Is(at, StreetWordKind.Type | StreetWordKind.Direction | StreetWordKind.Floor | StreetWordKind.Qualifier)
            && line[at] is not ("la" or "mt" or "al" or "de"))
        {
            return true;
        }

        for (var i = 1; i < at; i++)
        {
            if (line.Is(i, StreetWordKind.Type))
            {
                return true;
            }
        }

        return false;
    }

    private static int TownStart(in StreetLine line, int state)
    {
        var start = RunStart(in line, state);
        if (start == state || start == 0)
        {
            return state;
        }

        if (line.Break(start) == StreetBreak.Comma)
        {
            return IsTown(in line, start) ? start : state;
        }

        // Apt 4 Austin, Box 12 Austin; and 1700 S Salt Lake City.
        if (line.Is(start - 2, Announcing))
        {
            return start;
        }

        var isNumber = start > 1 && !StreetNumber.IsOrdinal(line[start - 1]);
        var type = LastType(in line, start, state);
        return type >= 0 ? BehindType(in line, type, state)
            : isNumber ? BehindType(in line, start - 1, state)
            : state;
    }

    // Main St Austin; of Charles Ave St Louis the Ave. A type has a name before it.
    private static int LastType(in StreetLine line, int start, int end)
    {
        var type = -1;
        for (var i = start; i + 1 < end; i++)
        {
            if (line.Is(i, StreetWordKind.Type) && i > 1 && (type < 0 || line[i] is not "st"))
            {
                type = i;
            }
        }

        return type;
    }

    private static int BehindType(in StreetLine line, int type, int end)
    {
        var start = type + 1;
        while (start < end && line.Is(start, StreetWordKind.Direction))
        {
            start++;
        }

        if (start + 1 < end && line.Is(start, StreetWordKind.Strong | StreetWordKind.Building))
        {
            start += 2;
        }

        return start;
    }

    // Of the words before one that are letters, up to a comma.
    private static int RunStart(in StreetLine line, int end)
    {
        var start = end;
        while (start > 0 && (start == end || line.Break(start) == StreetBreak.None) && IsLetters(line[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static bool IsTown(in StreetLine line, int start) =>
        line.Break(start) == StreetBreak.Comma
        && !line.Is(
            start,
            StreetWordKind.Unit | StreetWordKind.Building | StreetWordKind.Floor | StreetWordKind.Alone | StreetWordKind.Box);

    private static bool IsLetters(ReadOnlySpan<char> word) => !word.IsEmpty && word[0] != '#' && !StreetNumber.HasDigit(word);
}
