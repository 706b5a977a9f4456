using LeadFilter.Cli.Listening;

namespace LeadFilter.Tests.Listening;

[TestClass]
public sealed class ListenAddressTests
{
    [TestMethod]
    [DataRow("0.0.0.0:8080", "http://0.0.0.0:8080")]
    [DataRow("127.0.0.1:0", "http://127.0.0.1:0")]
    [DataRow("localhost:7071", "http://127.0.0.1:7071")]
    [DataRow("[::]:8080", "http://[::]:8080")]
    [DataRow("http://[::1]:8080/", "http://[::1]:8080")]
    [DataRow("https://10.0.0.5:8443", "https://10.0.0.5:8443")]
    [DataRow("HTTPS://0.0.0.0:443", "https://0.0.0.0:443")]
    public void An_address_is_an_ip_address_and_a_port(string text, string expected)
    {
        Assert.IsTrue(ListenAddress.TryParse(text, isHttps: false, out var address));
        Assert.AreEqual(expected, address.ToString());
    }

    [TestMethod]
    public void One_without_a_scheme_speaks_tls_if_there_is_a_certificate()
    {
        Assert.IsTrue(ListenAddress.TryParse("0.0.0.0:8443", isHttps: true, out var address));
        Assert.AreEqual("https://0.0.0.0:8443", address.ToString());
        Assert.IsTrue(ListenAddress.TryParse("http://127.0.0.1:8080", isHttps: true, out address));
        Assert.AreEqual("http://127.0.0.1:8080", address.ToString());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("8080")]
    [DataRow(":8080")]
    [DataRow("0.0.0.0")]
    [DataRow("0.0.0.0:")]
    [DataRow("0.0.0.0:65536")]
    [DataRow("0.0.0.0:-1")]
    [DataRow("0.0.0.0:+80")]
    [DataRow("1:8080")]
    [DataRow("127.1:8080")]
    [DataRow("::1:8080")]
    [DataRow("[127.0.0.1]:8080")]
    [DataRow("leads.example.com:8080")]
    [DataRow("ftp://0.0.0.0:21")]
    [DataRow("0.0.0.0:8080/api")]
    public void Anything_else_is_refused(string text) => Assert.IsFalse(ListenAddress.TryParse(text, isHttps: false, out _));
}
