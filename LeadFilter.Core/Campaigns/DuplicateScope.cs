namespace LeadFilter.Core.Campaigns;

/// <summary>Whose purchases make a person a duplicate.</summary>
public enum DuplicateScope
{
    /// <summary>Those of the campaign, from any vendor.</summary>
    Campaign,

    /// <summary>Those of the campaign from the same vendor.</summary>
    Vendor,

    /// <summary>Those of every campaign of the installation that has a plan of this scope.</summary>
    Installation,
}
