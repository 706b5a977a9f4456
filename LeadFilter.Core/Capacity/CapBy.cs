namespace LeadFilter.Core.Capacity;

/// <summary>Whether a cap has one counter or several.</summary>
public enum CapBy
{
    /// <summary>One for all leads.</summary>
    All,

    /// <summary>One for each vendor.</summary>
    Vendor,

    /// <summary>One for each source of each vendor.</summary>
    Source,
}
