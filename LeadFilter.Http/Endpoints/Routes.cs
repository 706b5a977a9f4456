namespace LeadFilter.Http.Endpoints;

/// <summary>The addresses of the filter, without the prefix that every host puts before them.</summary>
public static class Routes
{
    /// <summary>What stands before every address.</summary>
    public const string Prefix = "api";

    /// <summary>Vendors send leads here.</summary>
    public const string SubmitLead = "campaigns/{campaign}/leads";

    /// <summary>The buyer reads the rejections here.</summary>
    public const string ListRejections = "campaigns/{campaign}/rejections";

    /// <summary>The buyer reads here what is left under the caps.</summary>
    public const string ListCaps = "campaigns/{campaign}/caps";

    /// <summary>Vendors ask here whether a person of whom they send hashes is known.</summary>
    public const string CheckPerson = "campaigns/{campaign}/duplicates";

    /// <summary>The buyer imports here whom it bought before.</summary>
    public const string ImportClaims = "campaigns/{campaign}/claims";

    /// <summary>The buyer sees the suppression lists here.</summary>
    public const string ListSuppressions = "suppressions";

    /// <summary>The buyer counts, fills and empties a suppression list here.</summary>
    public const string ChangeSuppressions = "suppressions/{list}";

    /// <summary>Whether the process runs.</summary>
    public const string Live = "health/live";

    /// <summary>Whether leads can be decided.</summary>
    public const string Ready = "health/ready";
}
