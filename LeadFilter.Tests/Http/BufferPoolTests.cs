using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace LeadFilter.Tests.Http;

/// <summary>G9: what is read by way of shared buffers does not stay in them.</summary>
[TestClass]
public sealed class BufferPoolTests
{
    private const string Secret = "ann.pool@example.com";

    public static IEnumerable<object[]> Bodies =>
    [
        [TestRequest.Json, $$"""{ "email": "{{Secret}}", "comments": "{{new string('x', 6000)}}" }""", "", Encoding.UTF8],
        [TestRequest.Json, $$"""{ "email": "{{Secret}}", "comments": "one{{'\n'}}two" }""", "", Encoding.UTF8],
        [TestRequest.Json + "; charset=windows-1252", $$"""{ "email": "{{Secret}}", "first_name": "Ren\u00e9" }""", "", Encoding.Latin1],
        [TestRequest.Form, $"first_name=Ann&email={Secret.Replace("@", "%40", StringComparison.Ordinal)}", "", Encoding.UTF8],
        [null!, "", $"?first_name=Ann&email={Secret}", Encoding.UTF8],
    ];

    [TestMethod]
    [DynamicData(nameof(Bodies))]
    public async Task Nobody_finds_in_the_pool_what_was_read_of_a_person(string? contentType, string body, string query, Encoding encoding)
    {
        // The pool keeps a buffer for the thread that gave it back, and these bodies are there as a whole: nothing waits.
        var request = TestRequest.Post(contentType, [], query);
        request.HttpContext.Features.Set<IRequestBodyPipeFeature>(new Pieces(encoding.GetBytes(body)));
        request.ContentLength = null;
        var reading = request.ReadAsync();
        Assert.IsTrue(reading.IsCompletedSuccessfully);
        var kept = Enumerable.Range(4, 13).Select(power => ArrayPool<byte>.Shared.Rent(1 << power)).ToList();

        Assert.Contains(Secret, (await reading).Draft.Text(), StringComparison.Ordinal);
        foreach (var buffer in kept)
        {
            Assert.IsLessThan(0, buffer.AsSpan().IndexOf("ann.pool"u8), $"{buffer.Length} bytes");
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A body in two pieces, which no shared buffer holds.</summary>
    private sealed class Pieces(byte[] body) : IRequestBodyPipeFeature
    {
        public PipeReader Reader { get; } = PipeReader.Create(body.Length > 5000 ? Halved(body) : new(body));

        private static ReadOnlySequence<byte> Halved(byte[] body)
        {
            var half = body.Length / 2;
            var first = new Piece(body.AsMemory(0, half));
            return new(first, 0, first.Append(body.AsMemory(half)), body.Length - half);
        }
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Piece Append(ReadOnlyMemory<byte> next)
        {
            var last = new Piece(next) { RunningIndex = Memory.Length };
            Next = last;
            return last;
        }
    }
}
