using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LeadFilter.Cli.Listening;

/// <summary>Reads a certificate with its private key and what comes with it, from PEM or PFX.</summary>
internal static class CertificateFile
{
    private const string PemBeginning = "-----BEGIN ";
    private const string EncryptedKey = "-----BEGIN ENCRYPTED PRIVATE KEY-----";

    /// <summary>Reads it.</summary>
    /// <param name="content">The file: PEM with the server's certificate first, or PFX.</param>
    /// <param name="key">The file with the private key of a PEM certificate; null if it is in the same file.</param>
    /// <param name="password">The password; null for none.</param>
    /// <exception cref="CryptographicException">It cannot be read, key and certificate do not belong together, or the key is missing.
    /// </exception>
    public static SslStreamCertificateContext Read(byte[] content, byte[]? key, string? password)
    {
        ArgumentNullException.ThrowIfNull(content);
        var others = new X509Certificate2Collection();
        var certificate = content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(PemBeginning)) >= 0
            ? OfPem(Encoding.UTF8.GetString(content), Encoding.UTF8.GetString(key ?? content), password, others)
            : OfPfx(content, password, others);

        // Offline: the chain is what the file holds. Nothing is fetched for it.
        return SslStreamCertificateContext.Create(certificate, others, offline: true);
    }

    private static X509Certificate2 OfPem(string text, string key, string? password, X509Certificate2Collection others)
    {
        X509Certificate2 certificate;
        try
        {
            certificate = key.Contains(EncryptedKey, StringComparison.Ordinal)
                ? X509Certificate2.CreateFromEncryptedPem(text, key, password)
                : X509Certificate2.CreateFromPem(text, key);
        }
        catch (ArgumentException mismatch)
        {
            throw new CryptographicException(mismatch.Message, mismatch);
        }

        others.ImportFromPem(text);
        others.RemoveAt(0);
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        // Windows' TLS does not take a key that exists in memory only.
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        }
    }

    private static X509Certificate2 OfPfx(byte[] content, string? password, X509Certificate2Collection others)
    {
        X509Certificate2? own = null;
        foreach (var certificate in X509CertificateLoader.LoadPkcs12Collection(content, password))
        {
            if (own is null && certificate.HasPrivateKey)
            {
                own = certificate;
            }
            else
            {
                others.Add(certificate);
            }
        }

        return own ?? throw new CryptographicException("No certificate in it has a private key.");
    }
}
