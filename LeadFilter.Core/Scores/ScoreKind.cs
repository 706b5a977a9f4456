namespace LeadFilter.Core.Scores;

/// <summary>What a score's points are given for.</summary>
public enum ScoreKind
{
    /// <summary>What the person says of himself: explicit facts, such as owning a home.</summary>
    Profile,

    /// <summary>What the person does: implicit facts, such as pages looked at.</summary>
    Behaviour,
}
