using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// Requests whose end two servers in a row might see in different places (RFC 9112, 11.2). Behind each hides a second request, of a
/// lead that is bought if it is taken for one.
/// </summary>
[TestClass]
public sealed class SmugglingTests : IAsyncDisposable
{
    private const string Lead = "{\"email\":\"smuggled@example.com\",\"state\":\"CA\"}";

    private static readonly string Hidden =
        $"POST {FilterVisitor.Leads} HTTP/1.1\r\nHost: filter\r\nAuthorization: Bearer acme-demo-key\r\nContent-Type: application/json\r\n"
        + $"Content-Length: {Lead.Length}\r\nConnection: close\r\n\r\n{Lead}";

    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["a length and chunks"] = $"Content-Length: {Hidden.Length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ["chunks and a length"] = "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n",
        ["two lengths"] = $"Content-Length: 2\r\nContent-Length: {Hidden.Length}\r\n\r\n{{}}",
        ["the same length twice"] = "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
        ["a list of lengths"] = "Content-Length: 2, 2\r\n\r\n{}",
        ["a length in hexadecimal"] = "Content-Length: 0x2\r\n\r\n{}",
        ["a folded length"] = "Content-Length:\r\n 2\r\n\r\n{}",
        ["a folded transfer encoding"] = "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
        ["a space before the colon"] = "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        ["another transfer encoding"] = "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        ["two transfer encodings"] = "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        ["chunked, but not as the last"] = "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        ["a control character in the transfer encoding"] = "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
        ["a chunk of negative size"] = "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        ["a chunk of huge size"] = "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n\r\n",
        ["a line feed alone after a chunk's size"] = "Transfer-Encoding: chunked\r\n\r\n0\n\n",
        ["a carriage return alone in the headers"] = "X: a\rContent-Length: 2\r\n\r\n{}",
    };

    private readonly FilterFolders folders = new();
    private FilterUnderTest filter = null!;

    private static IEnumerable<string> Names => Shapes.Keys;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task Nothing_that_hides_behind_a_request_of_doubtful_length_is_taken_for_a_request(string name)
    {
        var answers = await SendAsync(Shapes[name] + Hidden);

        Assert.StartsWith("HTTP/1.1 4", answers, StringComparison.Ordinal, answers);
        Assert.DoesNotContain("HTTP/1.1 2", answers, StringComparison.Ordinal, name);
        Assert.IsEmpty(await filter.DecisionsAsync());
    }

    [TestMethod]
    public async Task Extensions_of_a_chunk_and_trailers_are_no_content()
    {
        var answers = await SendAsync($"Transfer-Encoding: chunked\r\n\r\n{Lead.Length:x};a=\"0\r\";b=c\r\n".Replace("\r\"", "\"", StringComparison.Ordinal)
            + $"{Lead}\r\n0\r\nX-Api-Key: other\r\nContent-Length: 5\r\n\r\n" + Hidden.Replace("smuggled", "smuggler", StringComparison.Ordinal));

        Assert.AreEqual(2, answers.Split("HTTP/1.1 201 ").Length - 1, answers);
        Assert.HasCount(2, await filter.DecisionsAsync());
    }

    // Kestrel takes the sign for part of the number. What matters is that both requests end where their lengths say.
    [TestMethod]
    public async Task A_length_with_a_sign_ends_the_request_where_the_number_says()
    {
        var answers = await SendAsync($"Content-Length: +{Lead.Length}\r\n\r\n{Lead}" + Hidden.Replace("smuggled", "smuggler", StringComparison.Ordinal));

        Assert.AreEqual(2, answers.Split("HTTP/1.1 201 ").Length - 1, answers);
        Assert.HasCount(2, await filter.DecisionsAsync());
    }

    private Task<string> SendAsync(string rest) => filter.Visitor.SendRawAsync(System.Text.Encoding.Latin1.GetBytes(
        $"POST {FilterVisitor.Leads} HTTP/1.1\r\nHost: filter\r\nAuthorization: Bearer acme-demo-key\r\nContent-Type: application/json\r\n{rest}"));
}
