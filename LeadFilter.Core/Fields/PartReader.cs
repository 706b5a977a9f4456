namespace LeadFilter.Core.Fields;

/// <summary>
/// Reads a part of a valid value. Allocates nothing, unless the part is text that stands nowhere in the value, such as a suggestion.
/// </summary>
/// <param name="whole">The valid value.</param>
/// <param name="receivedAt">When the lead was received, for parts such as an age.</param>
/// <returns>The part; <see cref="FieldValue.Missing"/> where this value has none.</returns>
public delegate FieldValue PartReader(in FieldValue whole, DateTimeOffset receivedAt);
