using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Cli.Listening;

/// <summary>Reads where the filter listens from the installation's settings, as docs/configuration.md lists them.</summary>
internal static class ListenSettings
{
    /// <summary>The addresses, separated by commas.</summary>
    public const string Addresses = "LEADFILTER_LISTEN";

    /// <summary>The file with the certificate: PEM or PFX.</summary>
    public const string Certificate = "LEADFILTER_CERTIFICATE";

    /// <summary>The file with the private key of a PEM certificate, where it is not in the same file.</summary>
    public const string CertificateKey = "LEADFILTER_CERTIFICATE_KEY";

    /// <summary>The password of a PFX file, or of a private key that is encrypted.</summary>
    public const string CertificatePassword = "LEADFILTER_CERTIFICATE_PASSWORD";

    /// <summary>The names of all settings.</summary>
    public static IReadOnlyList<string> All { get; } = [Addresses, Certificate, CertificateKey, CertificatePassword];

    /// <summary>What to say of addresses that cannot be read.</summary>
    public const string AddressProblem =
        "must be addresses of this machine with a port, such as 0.0.0.0:8080, [::]:8080 or https://0.0.0.0:8443.";

    /// <summary>Reads the settings, and the certificate.</summary>
    /// <param name="reader">Reads settings.</param>
    /// <param name="folder">The folder to which paths of files are relative.</param>
    public static ListenPlan Read(SettingReader reader, string folder)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (file, key) = (reader.Find(Certificate), reader.Find(CertificateKey));
        var certificate = file is null ? null : new ServerCertificate(
            Path.GetFullPath(file, folder), key is null ? null : Path.GetFullPath(key, folder), reader.Find(CertificatePassword));
        if (certificate is not null)
        {
            certificate.Look();
            if (certificate.Problem is { } problem)
            {
                reader.Problems.Add(problem);
            }
        }
        else if (key is not null)
        {
            reader.Problems.Add($"The setting '{CertificateKey}' is set, but '{Certificate}' is not. Set both.");
        }

        return reader.Find(Addresses) is { } text
            ? new(ReadAddresses(reader, text, certificate is not null), certificate)
            : ListenPlan.Default with
            {
                Addresses = [.. ListenPlan.Default.Addresses.Select(address => address with { IsHttps = certificate is not null })],
                Certificate = certificate,
            };
    }

    private static List<ListenAddress> ReadAddresses(SettingReader reader, string text, bool hasCertificate)
    {
        var addresses = new List<ListenAddress>();
        foreach (var part in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!ListenAddress.TryParse(part, hasCertificate, out var address))
            {
                reader.Problems.Add($"The setting '{Addresses}' {AddressProblem}");
                return [];
            }

            if (address.IsHttps && !hasCertificate)
            {
                reader.Problems.Add(
                    $"The setting '{Addresses}' has an address with https, which needs a certificate: set '{Certificate}'.");
            }

            addresses.Add(address);
        }

        if (addresses.Count is 0)
        {
            reader.Problems.Add($"The setting '{Addresses}' {AddressProblem}");
        }

        return addresses;
    }
}
