using System.Net;
using System.Net.Sockets;
using System.Text;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// More connections than the system lets the filter have open. No time-out of the filter comes to its help: while the
/// connections are held, they end only because others need the room.
/// </summary>
[TestClass]
[TestCategory("Faults")]
[OSCondition(OperatingSystems.Linux)]
public sealed class IdleConnectionTests
{
    private const int OpenFiles = 1_024;
    private const int Connections = 1_100;

    private const string Head = "POST /api/campaigns/loans/leads HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n";

    private static readonly (string, string)[] Patient = [("LEADFILTER_HEADERS_SECONDS", "120"), ("LEADFILTER_KEEP_ALIVE_SECONDS", "3600")];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("", DisplayName = "nothing is sent")]
    [DataRow("POST /api/campaigns/loans/leads HTTP/1.1\r\nHost", DisplayName = "headers do not end")]
    [DataRow("GET /api/health/live HTTP/1.1\r\nHost: x\r\n\r\n", DisplayName = "no second request")]
    [DataRow(Head + "\r\n", DisplayName = "a stranger's body does not come")]
    [DataRow(Head + "X-Api-Key: acme-demo-key\r\n\r\n", DisplayName = "a vendor's body does not come")]
    public async Task More_connections_than_files_neither_end_the_filter_nor_shut_others_out(string beginning)
    {
        using var folders = new FilterFolders();
        await using var serve = await ServeProcess.StartWithFilesAsync(folders, OpenFiles, Patient);
        Assert.AreEqual("success", (await serve.Visitor.SendAsync("bright", FilterVisitor.Person("before"))).Outcome);

        var held = await OpenAsync(serve, Encoding.ASCII.GetBytes(beginning));
        for (var number = 0; number < 3; number++)
        {
            await BuysAsync(serve, $"newcomer-{number}");
        }

        Assert.Contains("Too many connections: at most ", serve.Console, StringComparison.Ordinal);
        Assert.AreEqual(0, await serve.TerminateAsync(), serve.Console);
        Assert.DoesNotContain("crit:", serve.Console, StringComparison.Ordinal);
        held.ForEach(static socket => socket.Dispose());
    }

    [TestMethod]
    public async Task More_connections_than_files_allow_cannot_be_asked_for()
    {
        using var folders = new FilterFolders();
        var failure = await Assert.ThrowsExactlyAsync<AssertFailedException>(
            () => ServeProcess.StartWithFilesAsync(folders, OpenFiles, ("LEADFILTER_MAX_CONNECTIONS", "1000")));
        Assert.Contains(
            "The setting 'LEADFILTER_MAX_CONNECTIONS' must be at most 704 here: this process may have 1024 files open.",
            failure.Message,
            StringComparison.Ordinal);
    }

    /// <summary>
    /// A vendor sells over a new connection. As long as all others are at work, as the last of so many may be on a busy machine, the new one is
    /// closed, and the vendor connects again.
    /// </summary>
    private static Task BuysAsync(ServeProcess serve, string person) => Eventually.HoldsAsync(
        async () =>
        {
            using var newcomer = new FilterVisitor(serve.Visitor.Http.BaseAddress!);
            try
            {
                return (await newcomer.SendAsync("bright", FilterVisitor.Person(person))).Outcome == "success";
            }
            catch (Exception closed) when (closed is HttpRequestException or SocketException)
            {
                // The second one comes from a client that asks a socket, which was closed meanwhile, for its other end.
                return false;
            }
        },
        $"nobody buys {person}:\n{serve.Console}");

    private async Task<List<Socket>> OpenAsync(ServeProcess serve, byte[] beginning)
    {
        var address = serve.Visitor.Http.BaseAddress!;
        var held = new List<Socket>();
        for (var number = 0; number < Connections; number++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            held.Add(socket);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(address.Host), address.Port), TestContext.CancellationToken);
                await socket.SendAsync(beginning, TestContext.CancellationToken);
            }
            catch (SocketException)
            {
                // The filter has closed it already.
            }
        }

        return held;
    }
}
