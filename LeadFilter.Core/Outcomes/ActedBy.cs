namespace LeadFilter.Core.Outcomes;

/// <summary>Who did what an event tells.</summary>
public enum ActedBy
{
    /// <summary>It was not said.</summary>
    Unknown,

    /// <summary>A person: a call, or a message that somebody wrote.</summary>
    Person,

    /// <summary>A machine: a dialler that nobody stood behind, a mail that a program sent.</summary>
    Automatic,
}
