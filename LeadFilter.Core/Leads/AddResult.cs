namespace LeadFilter.Core.Leads;

/// <summary>What became of a field that was added to a <see cref="LeadDraft"/>.</summary>
public enum AddResult
{
    /// <summary>It is a field of the campaign.</summary>
    Added,

    /// <summary>The campaign does not know it.</summary>
    Ignored,

    /// <summary>A query parameter stands for the field; the body's text is not used.</summary>
    Overridden,

    /// <summary>The same field was there before, perhaps under another of its names.</summary>
    Twice,

    /// <summary>The lead has more than <see cref="LeadDraft.MaxFields"/> fields.</summary>
    TooMany,
}
