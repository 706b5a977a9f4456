namespace LeadFilter.Pipeline.Returns;

/// <summary>Why a lead is not taken back.</summary>
/// <param name="Code">The code, one of the constants here; they are public and stable (docs/returns.md).</param>
/// <param name="Detail">What is wrong and what to do, in a sentence without any of what was sent.</param>
public sealed record ReturnRefusal(string Code, string Detail)
{
    /// <summary>The record cannot be read at all.</summary>
    public const string Unreadable = "record_unreadable";

    /// <summary>It does not say which lead it is about, or says it in several ways.</summary>
    public const string LeadNotSaid = "lead_not_said";

    /// <summary>No bought lead of this campaign is meant.</summary>
    public const string NotBought = "return_not_bought";

    /// <summary>The vendor's contract takes no leads back.</summary>
    public const string NotAgreed = "return_not_agreed";

    /// <summary>The reason is not one of those in the contract.</summary>
    public const string ReasonNotAgreed = "return_reason_not_agreed";

    /// <summary>It is too soon after the purchase.</summary>
    public const string TooEarly = "return_too_early";

    /// <summary>The time to hand the lead back is over.</summary>
    public const string TooLate = "return_too_late";

    /// <summary>Nobody has tried often enough to reach the person.</summary>
    public const string AttemptsMissing = "return_attempts_missing";

    /// <summary>As many leads of the month are handed back as the contract allows.</summary>
    public const string ShareUsed = "return_share_used";

    /// <summary>The lead was handed back before.</summary>
    public const string Known = "return_known";
}
