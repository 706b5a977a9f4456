namespace LeadFilter.Http.Leads;

/// <summary>What a Content-Type says of a body.</summary>
/// <param name="Format">The format.</param>
/// <param name="Charset">The encoding.</param>
/// <param name="Boundary">For a multipart body: what stands between its parts; null if it is not said.</param>
internal readonly record struct BodyType(BodyFormat Format, BodyCharset Charset = BodyCharset.Unsaid, string? Boundary = null);
