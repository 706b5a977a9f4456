namespace LeadFilter.Core.Conditions;

/// <summary>A condition on a lead, as the campaign file states it: a <see cref="FieldTest"/> or a <see cref="ConditionGroup"/>.</summary>
public abstract record Condition
{
    /// <summary>How deep groups may stand in groups.</summary>
    public const int MaxDepth = 8;

    private protected Condition()
    {
    }
}
