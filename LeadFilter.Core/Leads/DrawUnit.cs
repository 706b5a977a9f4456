namespace LeadFilter.Core.Leads;

/// <summary>What a share is a share of.</summary>
public enum DrawUnit
{
    /// <summary>Of persons: all leads of a person draw the same.</summary>
    Person,

    /// <summary>Of leads: a lead draws the same when it is sent again.</summary>
    Lead,
}
