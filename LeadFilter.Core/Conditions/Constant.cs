namespace LeadFilter.Core.Conditions;

/// <summary>A value in a campaign file, standardised by the type of the field that it is compared with.</summary>
/// <param name="Text">The canonical text, the text to look for, or the pattern.</param>
/// <param name="Number">
/// The value as a number: see <see cref="Fields.FieldValue.Number"/>. The milliseconds of a length of time; 0 for one of months.
/// </param>
public readonly record struct Constant(string Text, double Number)
{
    /// <summary>The length of time in months or years; null for every other constant.</summary>
    public CalendarLength? Calendar { get; init; }
}
