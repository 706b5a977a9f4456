namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>What became of feedback in the form of LeadConduit.</summary>
/// <param name="Outcome"><c>success</c> or <c>failure</c>.</param>
/// <param name="Reason">Why it is not taken; null if it is.</param>
internal sealed record FeedbackDocument(string Outcome, string? Reason);
