namespace LeadFilter.Benchmarks.Load;

/// <summary>How a request ended.</summary>
internal enum LoadAnswer
{
    /// <summary>With the answer that the lead is made for.</summary>
    Expected,

    /// <summary>With another decision.</summary>
    Other,

    /// <summary>Without a decision.</summary>
    Failed,
}
