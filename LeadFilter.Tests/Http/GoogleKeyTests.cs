using System.IO.Pipelines;
using System.Text;
using LeadFilter.Http.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Http;

/// <summary>The key in the body, found before anybody has said who he is.</summary>
[TestClass]
public sealed class GoogleKeyTests
{
    private const string Body = """{"user_column_data":[{"column_id":"EMAIL","string_value":"x"}],"google_key":"acme-demo-key"}""";

    private readonly FakeTimeProvider clock = new();

    [TestMethod]
    public async Task The_body_can_be_read_afterwards()
    {
        var request = TestRequest.Post(TestRequest.Json, []);
        request.ContentLength = null;
        request.Body = new TricklingStream(Encoding.UTF8.GetBytes(Body));
        Assert.AreEqual("acme-demo-key", (await new GoogleKey(new(), clock).FindAsync(request, CancellationToken.None)).Key);

        var (problem, draft) = await request.ReadAsync();
        Assert.IsNull(problem);
        Assert.AreEqual("email=x", draft.Text());
        Assert.IsEmpty(draft.Ignored);
    }

    [TestMethod]
    public async Task Few_bodies_are_searched_at_once_and_the_rest_is_asked_to_come_again()
    {
        var keys = new GoogleKey(new(), clock);
        var pipes = Enumerable.Range(0, GoogleKey.MaxAtOnce).Select(_ => new Pipe()).ToList();
        var waiting = pipes.Select(pipe => keys.FindAsync(Piped(pipe), CancellationToken.None).AsTask()).ToList();
        Assert.AreEqual(503, (await keys.FindAsync(TestRequest.Post(TestRequest.Json, Encoding.UTF8.GetBytes(Body)), CancellationToken.None)).Problem?.Status);

        await pipes[0].Writer.WriteAsync(Encoding.UTF8.GetBytes(Body));
        await pipes[0].Writer.CompleteAsync();
        Assert.AreEqual("acme-demo-key", (await waiting[0]).Key);
        Assert.AreEqual("acme-demo-key", (await keys.FindAsync(TestRequest.Post(TestRequest.Json, Encoding.UTF8.GetBytes(Body)), CancellationToken.None)).Key);
    }

    [TestMethod]
    public async Task A_body_that_does_not_come_is_not_waited_for()
    {
        var finding = new GoogleKey(new(), clock).FindAsync(Piped(new()), CancellationToken.None).AsTask();
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.AreEqual(408, (await finding).Problem?.Status);
    }

    [TestMethod]
    public async Task A_client_that_hangs_up_is_not_answered()
    {
        using var gone = new CancellationTokenSource();
        var finding = new GoogleKey(new(), clock).FindAsync(Piped(new()), gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => finding);
    }

    [TestMethod]
    public void A_request_that_says_who_sends_it_is_not_searched()
    {
        var request = Piped(new());
        request.Headers.Authorization = "Basic broken";
        Assert.IsTrue(new GoogleKey(new(), clock).FindAsync(request, CancellationToken.None).AsTask().IsCompleted);
    }

    private static HttpRequest Piped(Pipe pipe)
    {
        var request = TestRequest.Post(TestRequest.Json, []);
        request.ContentLength = null;
        request.HttpContext.Features.Set<IRequestBodyPipeFeature>(new BodyOf(pipe.Reader));
        return request;
    }

    private sealed record BodyOf(PipeReader Reader) : IRequestBodyPipeFeature;
}
