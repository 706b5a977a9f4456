namespace LeadFilter.Core.Fields;

/// <summary>What holds of all values of a kind.</summary>
internal static class ValueKinds
{
    /// <summary>
    /// Whether the greatest value is followed by the least, so that a range may go past the end: from Friday to Monday, from 22:00 to
    /// 06:00.
    /// </summary>
    public static bool GoesRound(this ValueKind kind) => kind is ValueKind.TimeOfDay or ValueKind.Weekday;

    /// <summary>A value of the kind in words, for messages.</summary>
    public static string InWords(this ValueKind kind) => kind switch
    {
        ValueKind.Text => "text",
        ValueKind.Number => "a number",
        ValueKind.Flag => "yes or no",
        ValueKind.Date => "a date",
        ValueKind.TimeOfDay => "a time of day",
        ValueKind.Weekday => "a day of the week",
        _ => "a point in time",
    };
}
