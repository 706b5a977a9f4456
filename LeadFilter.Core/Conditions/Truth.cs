namespace LeadFilter.Core.Conditions;

/// <summary>What a condition says of a lead.</summary>
public enum Truth : byte
{
    /// <summary>The condition does not hold.</summary>
    NoMatch,

    /// <summary>The condition holds.</summary>
    Match,

    /// <summary>It cannot be said, since a field is missing, blank or invalid.</summary>
    Indeterminate,
}
