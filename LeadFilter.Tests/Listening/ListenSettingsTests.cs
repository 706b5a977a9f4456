using LeadFilter.Cli.Listening;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Listening;

[TestClass]
public sealed class ListenSettingsTests
{
    [TestMethod]
    public void What_is_told_nothing_listens_on_this_machine_only() => Assert.AreEqual("http://127.0.0.1:7071", Addresses());

    [TestMethod]
    public void Several_addresses_are_read() => Assert.AreEqual(
        "http://127.0.0.1:8080 http://[::1]:8080", Addresses(("LEADFILTER_LISTEN", "127.0.0.1:8080, http://[::1]:8080")));

    [TestMethod]
    [DataRow(null, "https://127.0.0.1:7071")]
    [DataRow("0.0.0.0:8443 http://127.0.0.1:8080", "https://0.0.0.0:8443 http://127.0.0.1:8080")]
    public void With_a_certificate_every_address_speaks_tls_unless_it_says_http(string? listen, string expected)
    {
        using var folder = new TemporaryFolder();
        using var certificate = new TestCertificate("server");
        File.WriteAllText(Path.Combine(folder.Path, "server.pem"), certificate.Pem + "\n" + certificate.KeyPem);
        var settings = new List<(string, string)> { ("LEADFILTER_CERTIFICATE", "server.pem") };
        if (listen is not null)
        {
            settings.Add(("LEADFILTER_LISTEN", listen));
        }

        var problems = new List<string>();
        Assert.AreEqual(expected, string.Join(' ', Read(problems, folder.Path, settings).Addresses));
        Assert.IsEmpty(problems);
    }

    [TestMethod]
    [DataRow("LEADFILTER_LISTEN", "8080",
        "The setting 'LEADFILTER_LISTEN' must be addresses of this machine with a port, such as 0.0.0.0:8080, [::]:8080 or https://0.0.0.0:8443.")]
    [DataRow("LEADFILTER_LISTEN", ",",
        "The setting 'LEADFILTER_LISTEN' must be addresses of this machine with a port, such as 0.0.0.0:8080, [::]:8080 or https://0.0.0.0:8443.")]
    [DataRow("LEADFILTER_LISTEN", "https://0.0.0.0:8443",
        "The setting 'LEADFILTER_LISTEN' has an address with https, which needs a certificate: set 'LEADFILTER_CERTIFICATE'.")]
    [DataRow("LEADFILTER_CERTIFICATE_KEY", "key.pem", "The setting 'LEADFILTER_CERTIFICATE_KEY' is set, but 'LEADFILTER_CERTIFICATE' is not. Set both.")]
    public void What_is_wrong_is_told(string name, string value, string message)
    {
        var problems = new List<string>();
        Read(problems, "/", (name, value));
        Assert.AreEqual(message, string.Join('\n', problems));
    }

    [TestMethod]
    public void A_certificate_that_is_not_there_is_told()
    {
        using var folder = new TemporaryFolder();
        var problems = new List<string>();
        Read(problems, folder.Path, ("LEADFILTER_CERTIFICATE", "server.pem"));
        Assert.AreEqual(
            $"The file {Path.Combine(folder.Path, "server.pem")} is missing. Put it there, or correct LEADFILTER_CERTIFICATE and "
            + "LEADFILTER_CERTIFICATE_KEY.",
            string.Join('\n', problems));
    }

    [TestMethod]
    public void Every_setting_is_explained()
    {
        var docs = SampleFiles.Read("docs", "configuration.md");
        foreach (var name in ListenSettings.All)
        {
            Assert.Contains($"\n| `{name}` |", docs, StringComparison.Ordinal);
        }
    }

    private static string Addresses(params (string Name, string Value)[] settings)
    {
        var problems = new List<string>();
        var plan = Read(problems, "/", settings);
        Assert.AreEqual("", string.Join('\n', problems));
        return string.Join(' ', plan.Addresses);
    }

    private static ListenPlan Read(List<string> problems, string folder, params IReadOnlyList<(string Name, string Value)> settings) =>
        ListenSettings.Read(new(name => settings.FirstOrDefault(setting => setting.Name == name).Value, problems), folder);
}
