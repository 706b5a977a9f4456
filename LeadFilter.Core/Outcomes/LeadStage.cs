namespace LeadFilter.Core.Outcomes;

/// <summary>How far a bought lead has come.</summary>
public enum LeadStage
{
    /// <summary>Nobody told anything of it yet.</summary>
    Bought,

    /// <summary>Somebody tried to reach the person.</summary>
    Attempted,

    /// <summary>The person was reached.</summary>
    Contacted,

    /// <summary>Sales took the lead on.</summary>
    Accepted,

    /// <summary>The person wants and can buy.</summary>
    Qualified,

    /// <summary>The person is a customer.</summary>
    Converted,

    /// <summary>Sales did not take the lead on.</summary>
    Refused,

    /// <summary>The person went elsewhere.</summary>
    Lost,

    /// <summary>Nothing will come of the lead.</summary>
    Dead,
}
