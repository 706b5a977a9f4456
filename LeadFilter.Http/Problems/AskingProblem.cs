namespace LeadFilter.Http.Problems;

/// <summary>Protocol errors of a vendor that asks without selling: questions about persons, and test leads.</summary>
public static class AskingProblem
{
    /// <summary>403: the contract gives the vendor no right to ask about persons, or it or the campaign is paused.</summary>
    public static Problem MayNotAsk { get; } = new()
    {
        Status = 403,
        Code = "may-not-ask",
        Title = "No right to ask",
        Detail = "Your contract in this campaign does not let you ask about people, or it or the campaign is paused. Ask the buyer.",
    };

    /// <summary>400: the question is about nobody.</summary>
    /// <param name="fields">The fields by which the vendor can ask.</param>
    public static Problem NoHashes(string fields) =>
        Problem.NoFields with { Detail = $"The request does not contain a hash. Send at least one of: {fields}." };

    /// <summary>400: by the hashes that were sent, "not known" would be a guess.</summary>
    /// <param name="fields">The fields that are missing.</param>
    public static Problem MoreHashes(string fields) => new()
    {
        Status = 400,
        Code = "more-hashes",
        Title = "More hashes needed",
        Detail = $"By these hashes alone, nobody can tell that the person is not known. Send also: {fields}. "
            + "Of an e-mail address, 'identity' is the mailbox: the address in lower case, and where the provider ignores dots "
            + "or '+tag', without them.",
    };

    /// <summary>429: the vendor has asked as often as its contract allows on one day.</summary>
    /// <param name="quota">How many of what.</param>
    /// <param name="retryAfter">How long the day lasts; told in whole seconds, at least 1.</param>
    public static Problem QuotaUsedUp(string quota, TimeSpan retryAfter) => new()
    {
        Status = 429,
        Code = "quota-used-up",
        Title = "Used up for today",
        Detail = $"Your contract allows {quota} a day, and those of today are used up. Go on after the seconds in Retry-After, "
            + "or ask the buyer for more.",
        Header = new("Retry-After", WholeSeconds.Of(retryAfter)),
    };
}
