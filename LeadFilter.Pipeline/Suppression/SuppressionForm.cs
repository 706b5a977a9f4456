namespace LeadFilter.Pipeline.Suppression;

/// <summary>How the values of a list came.</summary>
public enum SuppressionForm
{
    /// <summary>As they are.</summary>
    Plain,

    /// <summary>Hashed by SHA-256.</summary>
    Sha256,

    /// <summary>Hashed by MD5.</summary>
    Md5,
}
