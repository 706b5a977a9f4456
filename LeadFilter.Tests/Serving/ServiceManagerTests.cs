using System.Net.Sockets;
using System.Text;
using LeadFilter.Cli.Serving;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Serving;

/// <summary>What systemd hears of a service with <c>Type=notify</c>.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class ServiceManagerTests
{
    [TestMethod]
    public async Task It_hears_when_the_filter_serves_and_when_it_stops()
    {
        using var folders = new FilterFolders();
        var path = Path.Combine(folders.Root, "notify");
        using var manager = Listen(path);
        await using var serve = await ServeProcess.StartAsync(folders, (ServiceManager.SettingName, path));

        Assert.AreEqual("READY=1", await ReadAsync(manager));
        Assert.AreEqual(0, await serve.TerminateAsync());
        Assert.AreEqual("STOPPING=1", await ReadAsync(manager));
    }

    [TestMethod]
    public async Task It_hears_it_in_the_abstract_namespace_too()
    {
        using var folder = new TemporaryFolder();
        var name = folder.Path.Replace('/', '-');
        using var manager = Listen($"\0{name}");
        new ServiceManager(_ => $"@{name}").Ready();
        Assert.AreEqual("READY=1", await ReadAsync(manager));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("/nowhere/notify")]
    [DataRow("vsock:2:1234")]
    public void Nobody_who_listens_is_no_reason_to_fail(string? path) => new ServiceManager(_ => path).Ready();

    private static Socket Listen(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        return socket;
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        var buffer = new byte[64];
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer).WaitAsync(TimeSpan.FromMinutes(2)));
    }
}
