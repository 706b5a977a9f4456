using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>A piece of a template: literal text, or a field.</summary>
/// <param name="Literal">The text; empty for a field.</param>
/// <param name="Field">The field or part; null for literal text.</param>
/// <param name="IsOptional">Whether what the field stands in is left out if the lead does not have it (<c>{email?}</c>).</param>
public sealed record TemplatePart(string Literal, FieldOperand? Field, bool IsOptional);
