using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>A compiled condition. Allocates nothing.</summary>
/// <param name="lead">A lead of the layout for which the condition was compiled.</param>
public delegate Truth Check(Lead lead);
