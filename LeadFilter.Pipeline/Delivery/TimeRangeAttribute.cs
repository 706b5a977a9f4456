using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>The range of a length of time. The framework's own range for other types than numbers needs reflection.</summary>
/// <param name="min">The shortest time allowed, such as <c>00:00:01</c>.</param>
/// <param name="max">The longest time allowed.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeRangeAttribute(string min, string max) : ValidationAttribute
{
    /// <summary>The shortest time allowed.</summary>
    public string Min => min;

    /// <summary>The longest time allowed.</summary>
    public string Max => max;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is TimeSpan time && time >= Read(min) && time <= Read(max);

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"The field {name} must be between {Read(min):c} and {Read(max):c}.";

    private static TimeSpan Read(string text) => TimeSpan.ParseExact(text, ["c", @"hh\:mm\:ss\.FFF"], CultureInfo.InvariantCulture);
}
