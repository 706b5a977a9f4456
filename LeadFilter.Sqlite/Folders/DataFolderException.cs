namespace LeadFilter.Sqlite.Folders;

/// <summary>The data folder cannot be used. The message tells an operator what is wrong, where, and what to do.</summary>
internal sealed class DataFolderException : Exception
{
    /// <summary>Makes the exception.</summary>
    public DataFolderException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public DataFolderException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">What the system said.</param>
    public DataFolderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
