using LeadFilter.Core.Decisions;

namespace LeadFilter.Pipeline.Intake;

/// <summary>A reason as the vendor reads it.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Text">The campaign's wording; it never holds a field's value.</param>
public readonly record struct Reason(ReasonCode Code, string Text);
