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

    /// <summary>
    /// A point in time, a date or a time of day, earlier or later than others. <see cref="FieldValue.Number"/> is in milliseconds: Unix time,
    /// that of the date's midnight in UTC, or since midnight.
    /// </summary>
    Instant,
}
