using LeadFilter.Pipeline.Limits;

namespace LeadFilter.Http.Problems;

/// <summary>What a vendor is told that finds no place to be worked on.</summary>
public static class GateProblem
{
    /// <summary>The problem.</summary>
    /// <param name="entry">What the gate said.</param>
    /// <returns>429 for too many requests of this vendor, 503 for too many of all; null if there is a place.</returns>
    public static Problem? Of(in Entry entry) => entry.Result switch
    {
        EntryResult.Entered => null,
        EntryResult.VendorFull => Problem.TooManyAtOnce(entry.RetryAfter),
        _ => Problem.Unavailable(entry.RetryAfter),
    };
}
