using System.Net.Security;
using System.Security.Cryptography;
using LeadFilter.Pipeline.Files;

namespace LeadFilter.Cli.Listening;

/// <summary>
/// The filter's certificate, from a file that is read again when it changes. One that cannot be used changes nothing: the last
/// good one stays. Connections that are open keep theirs.
/// </summary>
/// <param name="file">The certificate's full path.</param>
/// <param name="keyFile">The full path of its private key; null if that is in the same file.</param>
/// <param name="password">The password of the key; null for none.</param>
internal sealed class ServerCertificate(string file, string? keyFile, string? password)
{
    private readonly WatchedFile certificate = new(file);
    private readonly WatchedFile? key = keyFile is null ? null : new(keyFile);
    private volatile SslServerAuthenticationOptions? options;

    /// <summary>The certificate's full path.</summary>
    public string File => file;

    /// <summary>What is wrong with the files as they stand; null if nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>When the certificate in use ends.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>How a connection is greeted.</summary>
    public SslServerAuthenticationOptions Options => options ?? throw new InvalidOperationException("No certificate was loaded.");

    /// <summary>Looks at the files, and takes the certificate if one of them has changed.</summary>
    /// <returns>Whether anything has changed: another certificate is in use, or something is wrong.</returns>
    public bool Look()
    {
        var before = Problem;
        var changed = Find(certificate, anyway: false, out var content) | Find(key, anyway: false, out var keyContent);
        if (!changed)
        {
            return Problem != before;
        }

        // One of two has changed: the other one is needed too. Whoever replaces both may be between the two, and the next look is right.
        if ((content is null && Find(certificate, anyway: true, out content) && content is null)
            || (key is not null && keyContent is null && Find(key, anyway: true, out keyContent) && keyContent is null))
        {
            return Problem != before;
        }

        try
        {
            Use(CertificateFile.Read(content!, keyContent, password));
            return true;
        }
        catch (CryptographicException unusable)
        {
            Problem = $"The certificate {file} cannot be used: {unusable.Message.TrimEnd('.')}. "
                + (keyFile is null ? "It must hold its private key too" : $"Its private key must be in {keyFile}")
                + $", and a password in {ListenSettings.CertificatePassword} if the key is encrypted.";
            return Problem != before;
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="watched">The file; null for none.</param>
    /// <param name="anyway">Whether to read it even if it has not changed.</param>
    /// <param name="content">Its content; null if it was not read.</param>
    /// <returns>Whether something new was found: content, or that it cannot be read.</returns>
    private bool Find(WatchedFile? watched, bool anyway, out byte[]? content)
    {
        content = null;
        if (watched is null)
        {
            return false;
        }

        switch (watched.Look(System.IO.File.Exists(watched.Path), anyway, out content))
        {
            case FileChange.Changed:
                return true;
            case FileChange.Unreadable:
                Problem = watched.Mistakes[0].ToString();
                return false;
            case FileChange.Gone:
                Problem = $"The file {watched.Path} is missing. Put it there, or correct {ListenSettings.Certificate} and "
                    + $"{ListenSettings.CertificateKey}.";
                return false;
            default:
                return false;
        }
    }

    private void Use(SslStreamCertificateContext context)
    {
        // The one before is not disposed of: connections may be about to greet with it.
        options = new()
        {
            ServerCertificateContext = context,
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
        };
        Until = new(context.TargetCertificate.NotAfter.ToUniversalTime());
        Problem = null;
    }
}
