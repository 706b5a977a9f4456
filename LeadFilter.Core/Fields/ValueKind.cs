namespace LeadFilter.Core.Fields;

/// <summary>How values of a type are compared and written.</summary>
public enum ValueKind : byte
{
    /// <summary>Text, compared without case.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false; <see cref="FieldValue.Number"/> is 1 or 0.</summary>
    Flag,

    /// <summary>A point in time; <see cref="FieldValue.Number"/> is in Unix milliseconds.</summary>
    Instant,

    /// <summary>A date; <see cref="FieldValue.Number"/> is its midnight in UTC in Unix milliseconds.</summary>
    Date,

    /// <summary>A time of day; <see cref="FieldValue.Number"/> is in milliseconds since midnight.</summary>
    TimeOfDay,

    /// <summary>A day of the week; <see cref="FieldValue.Number"/> is 1 for Monday to 7 for Sunday.</summary>
    Weekday,
}
