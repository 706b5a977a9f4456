namespace LeadFilter.Tests.Cli;

/// <summary>What the stub answers; status 0 breaks the connection.</summary>
internal sealed record StubAnswer(int Status, string Body, string? RetryAfter = null, string ContentType = "application/json")
{
    public const string Lead = "0193a5b27c4d7e8f9a0b1c2d3e4f5a6b";

    public static StubAnswer Reset { get; } = new(0, "");

    public static StubAnswer Success() => new(201, $$"""{"outcome":"success","lead":{"id":"{{Lead}}"},"price":12.5}""");

    public static StubAnswer Failure(string code) => new(
        201,
        $$"""{"outcome":"failure","reason":"No","reasons":[{"code":"{{code}}","text":"No"},{"code":"second","text":"No"}],"lead":{"id":"{{Lead}}"},"price":0}""");

    public static StubAnswer Error(string? retryAfter) => new(503, """{"outcome":"error","reason":"The queue is down"}""", retryAfter);

    public static StubAnswer Problem(int status, string title, string detail) =>
        new(status, $$"""{"title":"{{title}}","status":{{status}},"detail":"{{detail}}"}""", ContentType: "application/problem+json");
}
