namespace LeadFilter.Scale;

/// <summary>Who made a call and waits for its end.</summary>
internal interface ICaller
{
    /// <summary>The call has ended.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="succeeded">False if it was refused to the last try.</param>
    /// <param name="call">Which of the caller's calls.</param>
    void Answered(double now, bool succeeded, int call);
}
