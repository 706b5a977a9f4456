namespace LeadFilter.Tests.Faults.Calls;

/// <summary>When vendors send again what got an error or no answer.</summary>
internal enum Resending
{
    /// <summary>Before anything else comes.</summary>
    Soon,

    /// <summary>After all other leads.</summary>
    Late,

    /// <summary>Never.</summary>
    Never,
}
