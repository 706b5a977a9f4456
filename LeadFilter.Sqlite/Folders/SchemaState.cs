namespace LeadFilter.Sqlite.Folders;

/// <summary>What a database file is to this program.</summary>
internal enum SchemaState
{
    /// <summary>Its own, and of a version that it knows.</summary>
    Fit,

    /// <summary>Its own, but with pages that hold what was deleted by a version before 2.</summary>
    Unclean,

    /// <summary>Another program's.</summary>
    Foreign,

    /// <summary>That of a newer version of this program.</summary>
    Newer,
}
