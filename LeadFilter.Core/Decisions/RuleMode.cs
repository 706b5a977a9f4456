namespace LeadFilter.Core.Decisions;

/// <summary>Whether a rule counts.</summary>
public enum RuleMode
{
    /// <summary>It rejects.</summary>
    Enforced,

    /// <summary>It is evaluated and logged, and changes no answer.</summary>
    Shadow,

    /// <summary>It is not evaluated.</summary>
    Off,
}
