using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>A compiled condition. Allocates nothing.</summary>
/// <param name="lead">A lead of the layout for which the condition was compiled.</param>
/// <param name="remembered">
/// What patterns took for this lead, and what conditions that several rules share said of it:
/// <see cref="ConditionCompiler.Remembered"/> bytes, all zero when a decision begins, and the same ones until it ends.
/// </param>
public delegate Truth Check(Lead lead, Span<byte> remembered);
