namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// Reads Unix time: seconds of 10 digits, with or without decimals, or milliseconds of 13 digits (from September 2001
/// on).
/// </summary>
internal static class UnixTime
{
    private const int SecondsDigits = 10;
    private const int MillisecondsDigits = 13;

    /// <summary>Reads it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="milliseconds">Unix milliseconds.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out long milliseconds)
    {
        milliseconds = 0;
        var rest = text;
        var count = TextCursor.TakeNumber(ref rest, MillisecondsDigits, out var number);
        if (count == SecondsDigits && (rest.IsEmpty || rest[0] == '.'))
        {
            milliseconds = (number * 1000) + TextCursor.TakeMilliseconds(ref rest);
            return rest.IsEmpty;
        }

        milliseconds = number;
        return count == MillisecondsDigits && rest.IsEmpty;
    }
}
