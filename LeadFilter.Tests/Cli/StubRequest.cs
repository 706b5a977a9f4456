namespace LeadFilter.Tests.Cli;

internal sealed record StubRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    string Authorization,
    string? ContentType,
    string Body);
