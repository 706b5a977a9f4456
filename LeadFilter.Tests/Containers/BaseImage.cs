using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace LeadFilter.Tests.Containers;

/// <summary>An image for linux-x64 with one small layer, in the form in which registries hold it.</summary>
internal sealed class BaseImage
{
    private const string Config =
        """
        {"architecture":"amd64","os":"linux","created":"2026-11-30T00:00:00Z","config":{"Env":["PATH=/usr/bin"],"User":"1654"},
         "rootfs":{"type":"layers","diff_ids":["DIFF"]},"history":[{"created":"2026-11-30T00:00:00Z","created_by":"tests"}]}
        """;

    private const string ManifestText =
        """
        {"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",
         "config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":CONFIG_SIZE,"digest":"CONFIG_DIGEST"},
         "layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":LAYER_SIZE,"digest":"LAYER_DIGEST"}]}
        """;

    /// <summary>Makes it.</summary>
    public BaseImage()
    {
        var tar = Tar();
        var layer = Compress(tar);
        var config = Encoding.UTF8.GetBytes(Config.Replace("DIFF", Digest(tar), StringComparison.Ordinal));
        Manifest = Encoding.UTF8.GetBytes(ManifestText
            .Replace("CONFIG_SIZE", $"{config.Length}", StringComparison.Ordinal)
            .Replace("CONFIG_DIGEST", Digest(config), StringComparison.Ordinal)
            .Replace("LAYER_SIZE", $"{layer.Length}", StringComparison.Ordinal)
            .Replace("LAYER_DIGEST", Digest(layer), StringComparison.Ordinal));
        Blobs = new Dictionary<string, byte[]>
        {
            [Digest(config)] = config,
            [Digest(layer)] = layer,
            [Digest(Manifest)] = Manifest,
        };
    }

    /// <summary>The manifest.</summary>
    public byte[] Manifest { get; }

    /// <summary>Everything, by digest.</summary>
    public IReadOnlyDictionary<string, byte[]> Blobs { get; }

    /// <summary>The digest of a blob.</summary>
    public static string Digest(byte[] blob) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(blob))}";

    private static byte[] Tar()
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "etc/passwd")
            {
                DataStream = new MemoryStream("app:x:1654:1654::/home/app:/bin/false\n"u8.ToArray()),
            });
        }

        return stream.ToArray();
    }

    private static byte[] Compress(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }
}
