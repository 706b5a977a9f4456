namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>How a look-up ended.</summary>
internal enum LookupResult
{
    /// <summary>With an answer.</summary>
    Answered,

    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>No connection, or one that broke.</summary>
    Unreachable,

    /// <summary>The provider's name stands for an address that is not called.</summary>
    AddressRefused,

    /// <summary>The provider answered with a status that is no answer.</summary>
    Status,

    /// <summary>The answer is no JSON in UTF-8, by its own words.</summary>
    ContentType,

    /// <summary>The answer is larger than is read.</summary>
    TooLarge,

    /// <summary>The answer is no JSON, or too deep.</summary>
    Unreadable,

    /// <summary>A value is not of its fact's type.</summary>
    WrongType,

    /// <summary>A fact is missing without which the answer is none.</summary>
    FactMissing,

    /// <summary>The answer says that the provider failed.</summary>
    ProviderFailed,

    /// <summary>The provider is left alone for a moment: too many calls failed.</summary>
    Paused,

    /// <summary>Too many calls to the provider run already.</summary>
    Busy,

    /// <summary>The setting with the secret is missing or cannot be sent.</summary>
    SecretMissing,

    /// <summary>The lead lacks a field that the request needs.</summary>
    FieldsMissing,
}
