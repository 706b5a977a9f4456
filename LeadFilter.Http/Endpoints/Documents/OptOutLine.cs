namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>What became of one opt-out.</summary>
/// <param name="Line">Its line in the body, or its place in an array, from 1.</param>
/// <param name="Result"><c>recorded</c>, <c>known</c> (it was taken before, and holds) or <c>refused</c>.</param>
/// <param name="Id">The id of the opt-out; null if it was refused.</param>
/// <param name="Code">Why it was refused, as a code; null if it was not.</param>
/// <param name="Detail">Why it was refused, in a sentence; null if it was not.</param>
internal sealed record OptOutLine(long Line, string Result, string? Id, string? Code, string? Detail)
{
    /// <summary>The word for an opt-out that holds from now on.</summary>
    public const string Recorded = "recorded";
}
