using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Listening;

/// <summary>A filter with a certificate of its own, on real Kestrel.</summary>
[TestClass]
public sealed class TlsServingTests : IDisposable
{
    private readonly FilterFolders folders = new();
    private readonly TemporaryFolder certificates = new();
    private readonly TestCertificate first = new("first");
    private readonly TestCertificate second = new("second");

    private string File => Path.Combine(certificates.Path, "server.pem");

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        certificates.Dispose();
        folders.Dispose();
    }

    [TestMethod]
    [DataRow("2.0")]
    [DataRow("1.1")]
    public async Task Leads_are_bought_over_tls(string version)
    {
        await using var filter = await StartAsync("127.0.0.1:0");
        using var http = Client(filter.Host.Addresses[0], new(version), _ => { });

        using var response = await SendAsync(http, "ann");

        Assert.AreEqual(Version.Parse(version), response.Version);
        Assert.AreEqual(HttpStatusCode.Created, response.StatusCode);
        Assert.AreEqual("success", (await VendorAnswerOf(response)).Outcome);
    }

    [TestMethod]
    public async Task Many_leads_come_over_one_connection_of_http_2()
    {
        await using var filter = await StartAsync("127.0.0.1:0");
        var greetings = 0;
        using var http = Client(filter.Host.Addresses[0], HttpVersion.Version20, _ => Interlocked.Increment(ref greetings));
        (await SendAsync(http, "first")).Dispose();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => SendAsync(http, $"person-{number}")));

        Assert.IsTrue(responses.All(static response => response.StatusCode == HttpStatusCode.Created));
        Assert.AreEqual(1, greetings);
        Array.ForEach(responses, static response => response.Dispose());
    }

    [TestMethod]
    public async Task New_connections_get_the_certificate_that_replaced_the_old_one()
    {
        await using var filter = await StartAsync("127.0.0.1:0");
        Assert.AreEqual(first.Thumbprint, await ThumbprintAsync(filter.Host.Addresses[0]));

        await System.IO.File.WriteAllTextAsync(File, second.Pem + "\n" + second.KeyPem);

        await Eventually.HoldsAsync(
            async () => await ThumbprintAsync(filter.Host.Addresses[0]) == second.Thumbprint, "the old certificate is still shown");
    }

    [TestMethod]
    public async Task Both_with_and_without_tls_it_serves_at_once()
    {
        await using var filter = await StartAsync("127.0.0.1:0, http://127.0.0.1:0");

        Assert.AreEqual("https http", string.Join(' ', filter.Host.Addresses.Select(static url => url.Scheme)));
        Assert.AreEqual("http", filter.Host.Address.Scheme);
        Assert.AreEqual("success", (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Outcome);
        await filter.DeliveredAsync();
        Assert.HasCount(1, await filter.Visitor.CrmAsync());
    }

    private async Task<FilterUnderTest> StartAsync(string listen)
    {
        await System.IO.File.WriteAllTextAsync(File, first.Pem + "\n" + first.KeyPem);
        return await FilterUnderTest.StartAsync(
            folders, settings: new Dictionary<string, string> { ["LEADFILTER_LISTEN"] = listen, ["LEADFILTER_CERTIFICATE"] = File });
    }

    /// <summary>A client that tells of each greeting, and takes the certificates of this test.</summary>
    private HttpClient Client(Uri address, Version version, Action<X509Certificate?> greeted) =>
        new(new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    greeted(certificate);
                    return ((X509Certificate2)certificate!).Thumbprint is var shown && (shown == first.Thumbprint || shown == second.Thumbprint);
                },
            },
        })
        {
            BaseAddress = address,
            DefaultRequestVersion = version,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

    private async Task<string> ThumbprintAsync(Uri address)
    {
        var shown = "";
        using var http = Client(address, HttpVersion.Version11, certificate => shown = ((X509Certificate2)certificate!).Thumbprint);
        (await http.GetAsync(new Uri("/api/health/live", UriKind.Relative))).Dispose();
        return shown;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, FilterVisitor.Leads)
        {
            Content = JsonContent.Create(FilterVisitor.Person(person)),
            Version = http.DefaultRequestVersion,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Authorization = new("Bearer", "acme-demo-key");
        return await http.SendAsync(request);
    }

    private static async Task<VendorAnswer> VendorAnswerOf(HttpResponseMessage response) =>
        VendorAnswer.Read((int)response.StatusCode, await response.Content.ReadAsStringAsync());
}
