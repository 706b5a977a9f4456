namespace LeadFilter.Core.Outcomes;

/// <summary>What can become of a bought lead. In the order of this list events of the same moment are told.</summary>
public enum LeadEvent
{
    /// <summary>Somebody tried to reach the person.</summary>
    Attempted,

    /// <summary>The person was reached.</summary>
    Contacted,

    /// <summary>Sales took the lead on.</summary>
    Accepted,

    /// <summary>The person wants and can buy.</summary>
    Qualified,

    /// <summary>The person became a customer.</summary>
    Converted,

    /// <summary>The person did not become a customer after all: a correction of a conversion.</summary>
    Unconverted,

    /// <summary>Sales did not take the lead on.</summary>
    Refused,

    /// <summary>The person went elsewhere.</summary>
    Lost,

    /// <summary>Nothing will come of the lead, for a while or for good.</summary>
    Dead,

    /// <summary>A lead that was refused, lost or dead is worked on again.</summary>
    Reopened,
}
