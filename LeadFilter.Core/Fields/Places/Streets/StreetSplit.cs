using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>A canonical street taken apart: house number, street, unit; stretches of its text, empty where there is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct StreetSplit
{
    private static readonly string[] Spelled = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private StreetSplit(Range number, Range name, Range unit, bool isBox)
    {
        Number = number;
        Name = name;
        Unit = unit;
        IsBox = isBox;
    }

    /// <summary>The house number, or the box's.</summary>
    public Range Number { get; }

    /// <summary>The street's name with its type: Main St.</summary>
    public Range Name { get; }

    /// <summary>The apartment, suite or unit: Apt 4B.</summary>
    public Range Unit { get; }

    /// <summary>Whether it is a post office box.</summary>
    public bool IsBox { get; }

    /// <summary>Takes a street apart. Linear.</summary>
    /// <param name="text">The canonical text.</param>
    public static StreetSplit Of(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        var box = FindBox(text);
        if (box >= 0)
        {
            var numberEnd = NextEnd(text, box + StreetText.Box.Length + 1);
            if (box == 0)
            {
                return new(Trimmed(text, StreetText.Box.Length, numberEnd), default, default, isBox: true);
            }

            end = box;
        }

        Range unit = end < text.Length ? end..text.Length : default;

        // Flat 2, 10 Downing St; 3/45 King St.
        var leading = LeadingUnit(text[..end]);
        if (leading > 0)
        {
            unit = Trimmed(text, 0, leading);
            start = Start(text, leading, end);
        }

        var number = default(Range);
        if (LeadingNumber(text[start..end]) is > 0 and var count)
        {
            number = start..(start + count);
            start = Start(text, start + count, end);
        }

        if (leading == 0 && TrailingUnit(text[start..end]) is >= 0 and var trailing)
        {
            unit = Trimmed(text, start + trailing, text.Length);
            end = start + trailing;
        }

        var name = Trimmed(text, start, end);
        if (number.Equals(default) && TrailingNumber(text[name]) is > 0 and var at)
        {
            number = (name.Start.Value + at)..name.End;
            name = Trimmed(text, name.Start.Value, name.Start.Value + at);
        }

        return new(number, name, unit, box >= 0);
    }

    private static int FindBox(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf(StreetText.Box, StringComparison.OrdinalIgnoreCase);
        var end = at + StreetText.Box.Length;
        return at < 0 || (at > 0 && text[at - 1] != ' ') || (end < text.Length && text[end] != ' ' && text[end] != ',') ? -1 : at;
    }

    private static Range Trimmed(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && text[start] is ' ' or ',' or '-' or '/')
        {
            start++;
        }

        while (end > start && text[end - 1] is ' ' or ',' or '-')
        {
            end--;
        }

        return start == end ? default : start..end;
    }

    private static int Start(ReadOnlySpan<char> text, int from, int end)
    {
        while (from < end && text[from] is ' ' or ',' or '-' or '/')
        {
            from++;
        }

        return from;
    }

    private static int NextEnd(ReadOnlySpan<char> text, int from)
    {
        var end = Math.Min(from, text.Length);
        while (end < text.Length && text[end] is not (' ' or ','))
        {
            end++;
        }

        return end;
    }

    // Where a unit at the beginning ends: Flat 2, or the 3 of 3/45 King St. A number must follow, or nothing, as in a second line.
    private static int LeadingUnit(ReadOnlySpan<char> text)
    {
        var end = NextEnd(text, 0);
        if (StreetWords.IsUnit(text[..end]) && end < text.Length)
        {
            var valueEnd = NextEnd(text, end + 1);
            var next = Start(text, valueEnd, text.Length);
            return next == text.Length || char.IsAsciiDigit(text[next]) ? valueEnd : 0;
        }

        var slash = text[..end].IndexOf('/');
        return slash > 0 && end < text.Length && char.IsAsciiDigit(text[0]) && slash + 1 < end && char.IsAsciiDigit(text[slash + 1])
            ? slash
            : 0;
    }

    private static int LeadingNumber(ReadOnlySpan<char> text)
    {
        var end = NextEnd(text, 0);
        var word = text[..end];
        if (end == 0 || (end < text.Length && text[end] == ' ' && IsSpelled(word)))
        {
            return end;
        }

        // 5th Avenue has none. N123W456 is one of a grid.
        var isNumber = char.IsAsciiDigit(word[0])
            ? !(word.Length > 2 && StreetWords.IsOrdinal(word))
            : word.Length > 2 && word[0] is 'N' or 'S' or 'E' or 'W' && char.IsAsciiDigit(word[1]);
        if (!isNumber)
        {
            return 0;
        }

        // 12 1/2.
        var next = NextEnd(text, end + 1);
        return end + 4 == next && text[end] == ' ' && text[end + 2] == '/' && char.IsAsciiDigit(text[end + 1]) ? next : end;
    }

    private static bool IsSpelled(ReadOnlySpan<char> word)
    {
        foreach (var spelled in Spelled)
        {
            if (word.Equals(spelled, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int TrailingUnit(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = NextEnd(text, at);
            var word = text[at..end];
            if (word is ['#', _, ..]
                || (at > 0 && (end < text.Length
                    ? StreetWords.IsUnit(word)
                    : StreetWords.IsUnitAlone(word) || (text[at - 2] == ',' && IsShortWithDigit(word)))))
            {
                return at;
            }

            at = Start(text, end, text.Length);
        }

        return -1;
    }

    private static bool IsShortWithDigit(ReadOnlySpan<char> word) => word.Length <= 5 && PlaceWords.HasDigit(word);

    // Hauptstraße 5; but not Highway 61.
    private static int TrailingNumber(ReadOnlySpan<char> name)
    {
        var space = name.LastIndexOf(' ');
        if (space <= 0 || !char.IsAsciiDigit(name[space + 1]) || StreetWords.IsOrdinal(name[(space + 1)..]))
        {
            return -1;
        }

        var before = name[..space].TrimEnd(" ,");
        return StreetWords.TakesNumber(before[(before.LastIndexOf(' ') + 1)..]) ? -1 : space + 1;
    }
}
