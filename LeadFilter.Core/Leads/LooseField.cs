namespace LeadFilter.Core.Leads;

/// <summary>A field that was sent under a name that the campaign does not know.</summary>
/// <param name="Name">Its name as sent, nested names joined by dots.</param>
/// <param name="Raw">Its content; null if it was sent as nothing.</param>
public readonly record struct LooseField(string Name, string? Raw)
{
    /// <summary>Whether the content is a text that a field can have: not a list of objects, a file, or text with a NUL.</summary>
    internal bool IsText { get; init; }

    /// <summary>
    /// For an entry of a list of names and values: how much of the name is the list's, with the dot behind it. Otherwise 0.
    /// </summary>
    internal int ListLength { get; init; }

    /// <summary>The name with dots for brackets.</summary>
    internal string Path => Name.Length <= NameSpelling.MaxLength && Name.Contains('[', StringComparison.Ordinal)
        ? NameSpelling.Of(Name)
        : Name;
}
