using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>Which words of a street are its number, its name, its flat: places of words, default where there are none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StreetLayout
{
    // The letters of house numbers. Compass points belong to the street, and O and L to O Neil and L Enfant.
    private const string HouseLetters = "abcdfgh";

    /// <summary>The development or building before the number: Urb Las Gladiolas 150 Calle A.</summary>
    public Range Before { get; private init; }

    /// <summary>The house number, or the box's.</summary>
    public Range Number { get; private init; }

    /// <summary>The street, or the route of a box.</summary>
    public Range Name { get; private init; }

    /// <summary>The flat before the number.</summary>
    public Range LeadingUnit { get; private init; }

    /// <summary>The flat between number and street.</summary>
    public Range MiddleUnit { get; private init; }

    /// <summary>The flat behind the street; of a box, all that stands behind it.</summary>
    public Range TrailingUnit { get; private init; }

    /// <summary>Town, state, ZIP code and country.</summary>
    public Range Town { get; private init; }

    /// <summary>Whether it is a post office box, or has one behind the street.</summary>
    public bool IsBox { get; private init; }

    /// <summary>Whether the number is the box's of a route or a military unit: RR 2 Box 15.</summary>
    public bool IsRoute { get; private init; }

    /// <summary>Takes a street apart. Linear.</summary>
    /// <param name="line">The street.</param>
    public static StreetLayout Of(in StreetLine line)
    {
        var end = StreetTown.StartIn(in line);
        var town = end < line.Count ? end..line.Count : default;
        var box = BoxAt(in line, end);
        if (box == 0)
        {
            var behind = Math.Min(end, 3);
            return new() { IsBox = true, Number = Some(2, behind), TrailingUnit = Some(behind, end), Town = town };
        }

        // Box 15, RR 2.
        if (end > 2 && line.Is(0, StreetWordKind.Box) && StreetNumber.HasDigit(line[1]) && line.Is(2, StreetWordKind.Route))
        {
            return new() { IsRoute = true, Number = 1..2, Name = 2..end, Town = town };
        }

        return box < 0 && RouteBoxAt(in line, end) is > 0 and var route
            ? OfRoute(in line, route, end) with { Town = town }
            : OfStreet(in line, box > 0 ? box : end, end) with { IsBox = box > 0, Town = town };
    }

    private static Range Some(int start, int end) => start < end ? start..end : default;

    private static int BoxAt(in StreetLine line, int end)
    {
        for (var at = 0; at + 1 < end; at++)
        {
            if (line[at] is "po" && line[at + 1] is "box")
            {
                return at;
            }
        }

        return -1;
    }

    // RR 2 Box 15, PSC 802 Box 74, Unit 2050 Box 4190; and any street without a number that has a box's.
    private static int RouteBoxAt(in StreetLine line, int end)
    {
        if (end > 0 && StreetUnit.IsNumber(in line, 0))
        {
            return -1;
        }

        var numbers = 0;
        for (var at = 1; at + 1 < end && numbers <= 1; at++)
        {
            numbers += StreetNumber.HasDigit(line[at - 1]) ? 1 : 0;
            if (numbers <= 1 && line.Is(at, StreetWordKind.Box) && Value(in line, at + 1, end) is var value && value < end
                && StreetNumber.HasDigit(line[value]))
            {
                return at;
            }
        }

        return -1;
    }

    private static StreetLayout OfRoute(in StreetLine line, int box, int end)
    {
        var value = Value(in line, box + 1, end);
        return new()
        {
            IsRoute = true,
            Name = Some(0, box),
            Number = value..(value + 1),
            TrailingUnit = Some(value + 1, end),
        };
    }

    private static int Value(in StreetLine line, int at, int end)
    {
        while (at < end && line.Is(at, StreetWordKind.Mark))
        {
            at++;
        }

        return at;
    }

    private static StreetLayout OfStreet(in StreetLine line, int end, int unitEnd)
    {
        var start = 0;
        while (start < end && StreetUnit.LeadingEnd(in line, start, end) is var next && next > start)
        {
            start = next;
        }

        var (leading, before) = (Some(0, start), default(Range));
        if (start + 1 < end && line.Is(start, StreetWordKind.Mark) && StreetNumber.HasDigit(line[start + 1]))
        {
            start++;
        }
        else if (NumberBehind(in line, start, end) is var behind && behind > start)
        {
            (before, start) = (start..behind, behind);
        }

        var numberEnd = NumberEnd(in line, start, end);
        var name = numberEnd < end ? StreetUnit.MiddleEnd(in line, numberEnd, end) : numberEnd;
        var number = Some(start, numberEnd);
        var middle = number.Equals(default) ? default : Some(numberEnd, name);
        name = middle.Equals(default) ? numberEnd : name;
        var unit = name < end ? StreetUnit.TrailingStart(in line, name, end, !number.Equals(default)) : end;
        var nameEnd = unit;
        if (number.Equals(default) && name < end)
        {
            (number, nameEnd, unit) = NumberBehindName(in line, name, unit, end);
        }

        return new()
        {
            Before = before,
            Number = number,
            Name = Some(name, nameEnd),
            LeadingUnit = leading,
            MiddleUnit = middle,
            TrailingUnit = Some(unit, unitEnd),
        };
    }

    // The Willows, 12 Elm St; Urb Las Gladiolas 150 Calle A.
    private static int NumberBehind(in StreetLine line, int start, int end)
    {
        const StreetWordKind Street = StreetWordKind.Type | StreetWordKind.Unit | StreetWordKind.Numbered | StreetWordKind.Prefix;
        if (start >= end || NumberEnd(in line, start, end) > start)
        {
            return start;
        }

        for (var at = start + 1; at + 1 < end; at++)
        {
            if (StreetNumber.HasDigit(line[at - 1]) || line.Is(at - 1, Street))
            {
                return start;
            }

            if (StreetUnit.IsNumber(in line, at))
            {
                return (line.Break(at) == StreetBreak.Comma || line.Is(start, StreetWordKind.Estate))
                    && line.Break(at + 1) == StreetBreak.None && !StreetUnit.IsNumber(in line, at + 1)
                    ? at
                    : start;
            }
        }

        return start;
    }

    private static int NumberEnd(in StreetLine line, int start, int end)
    {
        if (start >= end)
        {
            return start;
        }

        if (line.Is(start, StreetWordKind.Spelled) && start + 1 < end && line.Break(start + 1) == StreetBreak.None)
        {
            return start + 1;
        }

        if (!StreetUnit.IsNumber(in line, start))
        {
            return start;
        }

        var next = start + 1;

        // N165 W2123 is one number.
        if (next < end && StreetNumber.IsGrid(line[start]) && StreetNumber.IsGrid(line[next]))
        {
            return next + 1;
        }

        if (next < end && StreetNumber.IsFraction(line[next]) && !(next + 1 < end && line[next + 1] is "mile"))
        {
            return next + 1;
        }

        return IsHouseLetter(in line, next, end) ? next + 1 : next;
    }

    // 1501 A Chicago Ave; but 1501 A St.
    private static bool IsHouseLetter(in StreetLine line, int at, int end)
    {
        const StreetWordKind NoName = StreetWordKind.Type | StreetWordKind.Unit | StreetWordKind.Alone | StreetWordKind.Mark
            | StreetWordKind.Building | StreetWordKind.Floor;
        return at + 1 < end
            && StreetNumber.IsLetter(line[at])
            && HouseLetters.Contains(line[at][0])
            && line.Break(at) == StreetBreak.None
            && line.Break(at + 1) == StreetBreak.None
            && !line.Is(at + 1, NoName)
            && !StreetNumber.IsHouse(line[at + 1]);
    }

    // Hauptstraße 5, Calle 5 #150; but not Highway 61, nor Road 5.
    private static (Range Number, int NameEnd, int Unit) NumberBehindName(in StreetLine line, int name, int unit, int end)
    {
        if (unit + 2 == end && line[unit] is "#" && line.Is(name, StreetWordKind.Prefix) && StreetNumber.HasDigit(line[unit + 1]))
        {
            return ((unit + 1)..end, unit, end);
        }

        const StreetWordKind Taking = StreetWordKind.Numbered | StreetWordKind.Prefix | StreetWordKind.Box | StreetWordKind.Route
            | StreetWordKind.Unit;
        var last = unit - 1;
        return last > name
            && StreetNumber.HasDigit(line[last]) && char.IsAsciiDigit(line[last][0]) && !StreetNumber.IsOrdinal(line[last])
            && !line.Is(last - 1, Taking)
            && !(line.Is(last - 1, StreetWordKind.Type | StreetWordKind.Qualifier) && !HasName(in line, name, last - 1))
            ? (last..unit, last, unit)
            : (default, unit, unit);
    }

    private static bool HasName(in StreetLine line, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!line.Is(at, StreetWordKind.Direction | StreetWordKind.Qualifier | StreetWordKind.Numbered))
            {
                return true;
            }
        }

        return false;
    }
}
