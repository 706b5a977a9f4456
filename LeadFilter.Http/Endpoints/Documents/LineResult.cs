namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>What became of one record of a batch.</summary>
/// <param name="Line">Its line in the body, or its place in an array, from 1.</param>
/// <param name="Result"><c>counted</c>, <c>known</c> (it was counted before, and changes nothing) or <c>refused</c>.</param>
/// <param name="Lead">The lead that it is about; null if none was found.</param>
/// <param name="Code">Why it was refused, as a code; null if it was not.</param>
/// <param name="Detail">Why it was refused, in a sentence without values of the record; null if it was not.</param>
/// <param name="State">The state of the lead's return; null if the record is not about one.</param>
internal sealed record LineResult(
    long Line, string Result, string? Lead = null, string? Code = null, string? Detail = null, string? State = null)
{
    /// <summary>The word for a record that counts from now on.</summary>
    public const string Counted = "counted";

    /// <summary>The word for a record that was counted before.</summary>
    public const string Known = "known";

    /// <summary>The word for a record that is not taken.</summary>
    public const string Refused = "refused";
}
