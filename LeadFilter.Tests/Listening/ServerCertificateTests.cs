using LeadFilter.Cli.Listening;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Listening;

[TestClass]
public sealed class ServerCertificateTests : IDisposable
{
    private const string Password = "correct horse";

    private readonly TemporaryFolder folder = new();
    private readonly TestCertificate first = new("first");
    private readonly TestCertificate second = new("second");

    private string CertificateFile => Path.Combine(folder.Path, "fullchain.pem");

    private string KeyFile => Path.Combine(folder.Path, "privkey.pem");

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        folder.Dispose();
    }

    [TestMethod]
    public void It_is_read_from_pem_with_the_key_beside_it()
    {
        var certificate = InTwoFiles(first.Pem, first.KeyPem);
        Assert.IsTrue(certificate.Look());
        Assert.IsNull(certificate.Problem);
        Assert.AreEqual(first.Thumbprint, ThumbprintOf(certificate));
    }

    [TestMethod]
    public void It_is_read_from_pem_with_the_key_in_the_same_file_and_others_of_the_chain()
    {
        File.WriteAllText(CertificateFile, first.Pem + "\n" + second.Pem + "\n" + first.KeyPem);
        var certificate = new ServerCertificate(CertificateFile, null, null);
        certificate.Look();
        Assert.IsNull(certificate.Problem);
        Assert.AreEqual(first.Thumbprint, ThumbprintOf(certificate));
    }

    [TestMethod]
    public void It_is_read_from_pem_with_an_encrypted_key()
    {
        var certificate = InTwoFiles(first.Pem, first.EncryptedKeyPem(Password), Password);
        certificate.Look();
        Assert.IsNull(certificate.Problem);
        Assert.AreEqual(first.Thumbprint, ThumbprintOf(certificate));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow(Password)]
    public void It_is_read_from_pfx(string? password)
    {
        File.WriteAllBytes(CertificateFile, first.Pfx(password));
        var certificate = new ServerCertificate(CertificateFile, null, password);
        certificate.Look();
        Assert.IsNull(certificate.Problem);
        Assert.AreEqual(first.Thumbprint, ThumbprintOf(certificate));
    }

    [TestMethod]
    public void A_wrong_password_is_told_without_the_password()
    {
        File.WriteAllBytes(CertificateFile, first.Pfx(Password));
        var certificate = new ServerCertificate(CertificateFile, null, "wrong horse");
        certificate.Look();
        Assert.StartsWith($"The certificate {CertificateFile} cannot be used: ", certificate.Problem!, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong horse", certificate.Problem!, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("no certificate at all")]
    [DataRow("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void What_is_none_is_told(string text)
    {
        File.WriteAllText(CertificateFile, text);
        var certificate = new ServerCertificate(CertificateFile, null, null);
        certificate.Look();
        Assert.StartsWith($"The certificate {CertificateFile} cannot be used: ", certificate.Problem!, StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_missing_file_is_told()
    {
        var certificate = new ServerCertificate(CertificateFile, null, null);
        certificate.Look();
        Assert.StartsWith($"The file {CertificateFile} is missing.", certificate.Problem!, StringComparison.Ordinal);
    }

    [TestMethod]
    public void One_that_is_the_same_is_not_taken_again()
    {
        var certificate = InTwoFiles(first.Pem, first.KeyPem);
        certificate.Look();
        var options = certificate.Options;
        Assert.IsFalse(certificate.Look());
        Assert.AreSame(options, certificate.Options);
    }

    [TestMethod]
    public void While_only_one_of_two_files_is_replaced_the_last_good_one_stays()
    {
        var certificate = InTwoFiles(first.Pem, first.KeyPem);
        certificate.Look();

        File.WriteAllText(CertificateFile, second.Pem);
        Assert.IsTrue(certificate.Look());
        Assert.IsNotNull(certificate.Problem);
        Assert.AreEqual(first.Thumbprint, ThumbprintOf(certificate));
        Assert.IsFalse(certificate.Look());

        File.WriteAllText(KeyFile, second.KeyPem);
        Assert.IsTrue(certificate.Look());
        Assert.IsNull(certificate.Problem);
        Assert.AreEqual(second.Thumbprint, ThumbprintOf(certificate));
    }

    [TestMethod]
    public void One_that_is_gone_stays_in_use_and_its_return_is_noticed()
    {
        var certificate = InTwoFiles(first.Pem, first.KeyPem);
        certificate.Look();

        File.Delete(CertificateFile);
        certificate.Look();
        Assert.IsTrue(certificate.Look());
        Assert.StartsWith($"The file {CertificateFile} is missing.", certificate.Problem!, StringComparison.Ordinal);
        Assert.AreEqual(first.Thumbprint, ThumbprintOf(certificate));

        File.WriteAllText(CertificateFile, first.Pem);
        Assert.IsTrue(certificate.Look());
        Assert.IsNull(certificate.Problem);
    }

    private static string ThumbprintOf(ServerCertificate certificate) => certificate.Options.ServerCertificateContext!.TargetCertificate.Thumbprint;

    private ServerCertificate InTwoFiles(string certificate, string key, string? password = null)
    {
        File.WriteAllText(CertificateFile, certificate);
        File.WriteAllText(KeyFile, key);
        return new(CertificateFile, KeyFile, password);
    }
}
