namespace LeadFilter.Pipeline.Ports;

/// <summary>
/// A table or a queue could not be reached or did not confirm. The call may have taken effect all the same, unless
/// <see cref="HadNoEffect"/> says otherwise.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StoreUnavailableException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was tried, without personal data.</param>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was tried, without personal data.</param>
    /// <param name="innerException">What the store said.</param>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the store knows that the call changed nothing, and will not change anything later.</summary>
    public bool HadNoEffect { get; init; }
}
