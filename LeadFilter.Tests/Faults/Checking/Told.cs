using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults.Checking;

/// <summary>What a vendor read in an answer.</summary>
internal enum ToldOutcome
{
    /// <summary>The lead is bought.</summary>
    Success,

    /// <summary>The lead is rejected.</summary>
    Failure,

    /// <summary>It could not be decided: send it again.</summary>
    Error,

    /// <summary>No answer: the connection broke, or none could be made.</summary>
    Nothing,
}

/// <summary>One request of a vendor, with its answer.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Submission">What all sendings of the same content by this vendor have in common.</param>
/// <param name="Person">Whom the lead is about.</param>
/// <param name="Outcome">What the vendor was told.</param>
/// <param name="Lead">The lead's id in the answer; null if there is none.</param>
/// <param name="Price">The price in the answer; 0 if there is none.</param>
internal sealed record Told(string Vendor, string Submission, string Person, ToldOutcome Outcome, string? Lead = null, decimal Price = 0)
{
    /// <summary>A request with the answer that the vendor read; null if it read none.</summary>
    public static Told Of(string vendor, string submission, string person, VendorAnswer? answer) => answer?.Outcome switch
    {
        null => new(vendor, submission, person, ToldOutcome.Nothing),
        "success" => new(vendor, submission, person, ToldOutcome.Success, answer.Lead, answer.Price),
        "failure" => new(vendor, submission, person, ToldOutcome.Failure, answer.Lead, answer.Price),
        "error" => new(vendor, submission, person, ToldOutcome.Error),
        _ => throw new AssertFailedException($"{vendor} got no decision about {submission}: {answer.Status} {answer.Body}"),
    };
}
