namespace LeadFilter.Cli.Listings;

/// <summary>How the values of a column may be laid out.</summary>
internal enum ListingColumnKind
{
    /// <summary>One piece, at the left.</summary>
    Word,

    /// <summary>One piece, at the right.</summary>
    Number,

    /// <summary>Several words, which may take several lines.</summary>
    Prose,
}
