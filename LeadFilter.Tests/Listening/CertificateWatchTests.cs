using LeadFilter.Cli.Listening;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Listening;

[TestClass]
public sealed class CertificateWatchTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly CapturedLogs logs = new();
    private readonly FakeTimeProvider clock = new(Now);

    private string File => Path.Combine(folder.Path, "server.pem");

    public void Dispose()
    {
        logs.Dispose();
        folder.Dispose();
    }

    [TestMethod]
    public void Once_a_day_it_warns_of_a_certificate_that_ends_soon()
    {
        var watch = Watch(Now.AddDays(21).AddHours(1));
        watch.Look();
        Assert.IsEmpty(logs.Lines);

        clock.Advance(TimeSpan.FromHours(2));
        watch.Look();
        watch.Look();
        Assert.HasCount(1, logs.Lines);
        Assert.StartsWith(
            $"5032 Warning The certificate {File} expires on 2026-12-21 13:00:00Z, in 20 days.", logs.Lines[0], StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromDays(1));
        watch.Look();
        Assert.HasCount(2, logs.Lines);
    }

    [TestMethod]
    public void One_that_has_ended_is_an_error()
    {
        Watch(Now.AddDays(-1)).Look();
        Assert.StartsWith($"5033 Error The certificate {File} expired on 2026-11-29 12:00:00Z", logs.Lines.Single(), StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_renewed_one_ends_the_warnings()
    {
        var watch = Watch(Now.AddDays(10));
        watch.Look();
        Write(Now.AddDays(90));
        clock.Advance(TimeSpan.FromDays(2));
        watch.Look();
        watch.Look();

        Assert.HasCount(2, logs.Lines);
        Assert.StartsWith(
            $"5030 Information The certificate {File} has changed and is in use. It is valid until 2027-02-28", logs.Lines[1], StringComparison.Ordinal);
    }

    [TestMethod]
    public void One_that_cannot_be_used_is_told_once()
    {
        var watch = Watch(Now.AddDays(90));
        System.IO.File.WriteAllText(File, "nothing");
        watch.Look();
        watch.Look();
        Assert.StartsWith($"5031 Warning The certificate {File} cannot be used: ", logs.Lines.Single(), StringComparison.Ordinal);
        Assert.Contains("The last good one stays in use", logs.Lines.Single(), StringComparison.Ordinal);
    }

    private CertificateWatch Watch(DateTimeOffset until)
    {
        Write(until);
        var certificate = new ServerCertificate(File, null, null);
        certificate.Look();
        return new(certificate, clock, logs.For<CertificateWatch>());
    }

    private void Write(DateTimeOffset until)
    {
        using var certificate = new TestCertificate("server", until);
        System.IO.File.WriteAllText(File, certificate.Pem + "\n" + certificate.KeyPem);
    }
}
