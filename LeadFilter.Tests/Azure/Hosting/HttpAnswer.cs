namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>An answer as the client reads it.</summary>
internal sealed record HttpAnswer(int Status, string Body, string RetryAfter);
