namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>A line that could not be read.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Why">Why, without its content.</param>
internal sealed record LineDocument(long Line, string Why);
