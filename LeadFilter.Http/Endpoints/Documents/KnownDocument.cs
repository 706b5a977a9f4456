namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>Whether a person is known.</summary>
/// <param name="Known">Whether it is.</param>
internal sealed record KnownDocument(bool Known);
