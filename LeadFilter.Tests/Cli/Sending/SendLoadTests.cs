using System.Text;
using LeadFilter.Cli.Sending;

namespace LeadFilter.Tests.Cli.Sending;

[TestClass]
public sealed class SendLoadTests
{
    private const int Leads = 100_000;

    [TestMethod]
    public async Task A_large_file_is_read_no_faster_than_it_is_sent()
    {
        using var answering = new AnsweringHandler();
        var input = new EndlessLeads(Leads, answering);
        using var run = new CommandLineRun { OpenInput = () => input, Connect = _ => new HttpClient(answering, disposeHandler: false) };

        Assert.AreEqual(0, await run.RunAsync("send", "-"), run.Error);

        Assert.AreEqual(Leads, answering.Answered);
        Assert.MatchesRegex(@"acme\s+success\s+100,000\s", run.Output);

        // Beyond the leads that wait there is only what the reader's buffer holds.
        Assert.IsLessThan(SendRun.ReadAhead + 16 + (2 * 64 * 1024 / EndlessLeads.Line.Length), input.FarthestAhead);
    }

    private sealed class AnsweringHandler : HttpMessageHandler
    {
        private int answered;

        public int Answered => Volatile.Read(ref answered);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref answered);
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Created) { Content = new StringContent(StubAnswer.Success().Body) });
        }
    }

    /// <summary>Leads that are made when they are read.</summary>
    private sealed class EndlessLeads(int leads, AnsweringHandler answering) : MemoryStream
    {
        private int given;

        public static byte[] Line { get; } = Encoding.UTF8.GetBytes("{\"_vendor\":\"acme\",\"at\":\"{now}\"}\n");

        public override bool CanSeek => false;

        public int FarthestAhead { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(leads - given, buffer.Length / Line.Length);
            for (var i = 0; i < count; i++)
            {
                Line.CopyTo(buffer[(i * Line.Length)..]);
            }

            given += count;
            FarthestAhead = Math.Max(FarthestAhead, given - answering.Answered);
            return ValueTask.FromResult(count * Line.Length);
        }
    }
}
