using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// Reads Unix time: seconds of 10 digits or milliseconds of 13, both with or without decimals, microseconds of 16 or nanoseconds of 19
/// digits (from September 2001 on), and <c>/Date(1793695777123)/</c>, as older .NET programs write JSON.
/// </summary>
internal static class UnixTime
{
    private const int SecondsDigits = 10;
    private const int MillisecondsDigits = 13;
    private const int MicrosecondsDigits = 16;
    private const int NanosecondsDigits = 19;
    private const string DotNetStart = "/Date(";
    private const string DotNetEnd = ")/";

    /// <summary>Reads it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="milliseconds">Unix milliseconds, cut off.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out long milliseconds)
    {
        milliseconds = 0;
        if (text is ['/', ..])
        {
            return TryReadDotNet(text, out milliseconds);
        }

        var count = AsciiDigits.CountAtStart(text);
        if (count is not (SecondsDigits or MillisecondsDigits or MicrosecondsDigits or NanosecondsDigits))
        {
            return false;
        }

        var rest = text;
        TextCursor.TakeNumber(ref rest, int.Min(count, MillisecondsDigits), out milliseconds);
        rest = text[count..];
        var decimals = rest is ['.', ..] ? TextCursor.TakeMilliseconds(ref rest) : 0;
        milliseconds = count == SecondsDigits ? (milliseconds * 1000) + decimals : milliseconds;
        return rest.IsEmpty;
    }

    // An offset that may follow the digits says where the writer was; the digits are UTC all the same.
    private static bool TryReadDotNet(ReadOnlySpan<char> text, out long milliseconds)
    {
        milliseconds = 0;
        if (!text.StartsWith(DotNetStart, StringComparison.OrdinalIgnoreCase) || !text.EndsWith(DotNetEnd, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[DotNetStart.Length..^DotNetEnd.Length];
        var negative = text is ['-', ..];
        text = negative ? text[1..] : text;
        var count = TextCursor.TakeNumber(ref text, 15, out milliseconds);
        milliseconds = negative ? -milliseconds : milliseconds;
        return count > 0 && (text.IsEmpty || (text is ['+' or '-', _, _, _, _] && AsciiDigits.IsAll(text[1..])));
    }
}
