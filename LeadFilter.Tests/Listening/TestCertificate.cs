using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LeadFilter.Tests.Listening;

/// <summary>A certificate of the tests' own for 127.0.0.1, with its key.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 certificate;

    /// <param name="name">Whose it is.</param>
    /// <param name="until">When it ends; in a year if null.</param>
    public TestCertificate(string name, DateTimeOffset? until = null)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        certificate = request.CreateSelfSigned(now.AddDays(-400), until ?? now.AddDays(365));
    }

    public string Pem => certificate.ExportCertificatePem();

    public string KeyPem => key.ExportPkcs8PrivateKeyPem();

    public string Thumbprint => certificate.Thumbprint;

    public string EncryptedKeyPem(string password) =>
        key.ExportEncryptedPkcs8PrivateKeyPem(password, new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000));

    public byte[] Pfx(string? password) => certificate.Export(X509ContentType.Pkcs12, password);

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }
}
