namespace LeadFilter.Pipeline.Files;

/// <summary>What a look at a file found.</summary>
public enum FileChange
{
    /// <summary>Nothing new.</summary>
    None,

    /// <summary>Other content than before.</summary>
    Changed,

    /// <summary>It cannot be read, and could be before.</summary>
    Unreadable,

    /// <summary>It is not there.</summary>
    Gone,
}
