namespace LeadFilter.Core.Leads.Facts;

/// <summary>Tells a fact about a lead. Allocates nothing.</summary>
/// <param name="lead">The lead.</param>
/// <param name="operands">What the fact is told from, in the fact's order.</param>
/// <returns>Whether it holds; null if the lead does not say enough.</returns>
public delegate bool? LeadFactReader(Lead lead, ReadOnlySpan<FieldOperand> operands);
