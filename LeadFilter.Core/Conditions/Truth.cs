namespace LeadFilter.Core.Conditions;

/// <summary>What a condition says of a lead.</summary>
public enum Truth : byte
{
    /// <summary>The condition does not hold.</summary>
    NoMatch,

    /// <summary>The condition holds.</summary>
    Match,

    /// <summary>It cannot be said, since the person was not asked: a field is missing or blank, or its value lacks the part.</summary>
    Indeterminate,

    /// <summary>It cannot be said, since an answer was given that cannot be read. It wins over <see cref="Indeterminate"/>.</summary>
    Unreadable,
}
