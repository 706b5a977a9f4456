namespace LeadFilter.Core.Decisions;

/// <summary>Where a bought lead goes.</summary>
public enum Route
{
    /// <summary>To the salesmen at once.</summary>
    Sales,

    /// <summary>To be warmed up first.</summary>
    Nurture,
}
