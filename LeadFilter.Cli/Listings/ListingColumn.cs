namespace LeadFilter.Cli.Listings;

/// <summary>A column of a <see cref="Listing"/>.</summary>
/// <param name="Name">What stands above it, or before each value where there is no room for columns.</param>
/// <param name="Kind">How its values may be laid out.</param>
internal readonly record struct ListingColumn(string Name, ListingColumnKind Kind)
{
    /// <summary>Ids, codes, times and words: one piece that is never broken.</summary>
    /// <param name="name">Its name.</param>
    public static ListingColumn Word(string name) => new(name, ListingColumnKind.Word);

    /// <summary>Numbers, at the right and never broken.</summary>
    /// <param name="name">Its name.</param>
    public static ListingColumn Number(string name) => new(name, ListingColumnKind.Number);

    /// <summary>Text of several words, which may go on in the next line, but not within a word.</summary>
    /// <param name="name">Its name.</param>
    public static ListingColumn Prose(string name) => new(name, ListingColumnKind.Prose);
}
