using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>
/// A condition on a lead, as the campaign file states it: a <see cref="FieldTest"/>, a <see cref="ConditionGroup"/>, a
/// <see cref="NamedCondition"/> or <see cref="OutsideHours"/>. Two that say the same are equal.
/// </summary>
public abstract record Condition
{
    /// <summary>How deep groups may stand in groups.</summary>
    public const int MaxDepth = 8;

    /// <summary>
    /// How many tests a condition may consist of, those of named conditions counted at each use: groups of uses of groups of uses would
    /// else be a small file with more tests than anybody can ask.
    /// </summary>
    public const int MaxSize = 10_000;

    /// <summary>The fields and parts that it looks at, in its order; one that it looks at twice stands there twice.</summary>
    public abstract IEnumerable<FieldOperand> Operands { get; }

    private protected Condition()
    {
    }

    /// <summary>What it looks at of a lead, for explanations: its operands, and what they are by each clock that counts.</summary>
    /// <param name="lead">The lead.</param>
    public virtual IEnumerable<FieldOperand> SeenOf(Lead lead) => Operands;

    /// <summary>How many conditions stand within each other, this one counted in.</summary>
    public abstract int Depth { get; }

    /// <summary>Of how many tests it consists, those of named conditions counted at each use.</summary>
    public abstract int Size { get; }
}
