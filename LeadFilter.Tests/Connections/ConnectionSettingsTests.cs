using LeadFilter.Cli.Connections;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Connections;

[TestClass]
public sealed class ConnectionSettingsTests
{
    [TestMethod]
    public void What_is_not_set_has_its_default() => Assert.AreEqual(new ConnectionOptions(), Read(null));

    [TestMethod]
    [DataRow(1_048_576, 4_096)]
    [DataRow(1_024, 704)]
    [DataRow(256, 128)]
    [DataRow(20, 16)]
    public void By_default_connections_leave_room_for_other_files(int openFiles, int max) => Assert.AreEqual(max, Read(openFiles).Max);

    [TestMethod]
    public void Every_setting_is_read() => Assert.AreEqual(
        new ConnectionOptions
        {
            Max = 100,
            MaxPerAddress = 20,
            HeadersTimeout = TimeSpan.FromSeconds(3),
            KeepAliveTimeout = TimeSpan.FromSeconds(60),
        },
        Read(
            1_024,
            ("LEADFILTER_MAX_CONNECTIONS", "100"),
            ("LEADFILTER_MAX_CONNECTIONS_PER_ADDRESS", "20"),
            ("LEADFILTER_HEADERS_SECONDS", "3"),
            ("LEADFILTER_KEEP_ALIVE_SECONDS", "60")));

    [TestMethod]
    public void One_address_has_half_of_the_connections_unless_that_is_set() => Assert.AreEqual(352, Read(1_024).MaxPerAddress);

    [TestMethod]
    [DataRow("LEADFILTER_MAX_CONNECTIONS", "15", "The setting 'LEADFILTER_MAX_CONNECTIONS' must be a whole number from 16 to 100000.")]
    [DataRow("LEADFILTER_MAX_CONNECTIONS", "705",
        "The setting 'LEADFILTER_MAX_CONNECTIONS' must be at most 704 here: this process may have 1024 files open. Lower it, or allow more open "
        + "files (ulimit -n, or LimitNOFILE in systemd).")]
    [DataRow("LEADFILTER_HEADERS_SECONDS", "0", "The setting 'LEADFILTER_HEADERS_SECONDS' must be a whole number from 1 to 120.")]
    public void A_wrong_setting_is_named(string name, string value, string message)
    {
        var problems = new List<string>();
        ConnectionSettings.Read(new(asked => asked == name ? value : null, problems), 1_024);
        Assert.AreEqual(message, string.Join('\n', problems));
    }

    [TestMethod]
    [DataRow("Max open files            1024                 524288               files     ", 1_024)]
    [DataRow("Max open files            unlimited            unlimited            files     ", null)]
    [DataRow("Max processes             1024                 1024                 processes ", null)]
    public void The_limit_is_the_soft_one_of_the_process(string line, int? limit) => Assert.AreEqual(limit, OpenFileLimit.Read(["Limit", line]));

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void This_process_has_a_limit() => Assert.IsTrue(OpenFileLimit.Find() > 0);

    [TestMethod]
    public void Every_setting_is_explained()
    {
        var docs = SampleFiles.Read("docs", "configuration.md");
        foreach (var name in ConnectionSettings.All)
        {
            Assert.Contains($"\n| `{name}` |", docs, StringComparison.Ordinal);
        }
    }

    private static ConnectionOptions Read(int? openFiles, params (string Name, string Value)[] settings)
    {
        var problems = new List<string>();
        var options = ConnectionSettings.Read(new(name => settings.FirstOrDefault(setting => setting.Name == name).Value, problems), openFiles);
        Assert.AreEqual("", string.Join('\n', problems));
        return options;
    }
}
