namespace LeadFilter.Pipeline.Limits;

/// <summary>Whether a request may be worked on.</summary>
public enum EntryResult
{
    /// <summary>It has a place, and gives it back.</summary>
    Entered,

    /// <summary>Its vendor has as many requests open as it may.</summary>
    VendorFull,

    /// <summary>The filter has more to do than it can answer in time.</summary>
    Shed,
}
