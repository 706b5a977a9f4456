namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>What came of writing a template for a lead.</summary>
public enum TemplateResult
{
    /// <summary>It is written.</summary>
    Written,

    /// <summary>The lead lacks an optional field: what the template stands for is left out.</summary>
    LeftOut,

    /// <summary>The lead lacks a field that is needed, or has one that cannot stand there.</summary>
    Missing,
}
