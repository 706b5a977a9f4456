using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace LeadFilter.Tests.Containers;

/// <summary>An image as <c>docker load</c> takes it: its configuration, and what is in its layers.</summary>
/// <param name="Config">The configuration.</param>
/// <param name="Entries">Every file and folder of its layers.</param>
internal sealed record ImageArchive(JsonNode Config, IReadOnlyList<ImageEntry> Entries)
{
    /// <summary>Reads an archive.</summary>
    /// <param name="path">A tar file, compressed or not.</param>
    public static async Task<ImageArchive> ReadAsync(string path)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await using var file = File.OpenRead(path);
        await EachAsync(await PlainAsync(file), async entry =>
        {
            if (entry.DataStream is not null)
            {
                using var content = new MemoryStream();
                await entry.DataStream.CopyToAsync(content);
                files[entry.Name] = content.ToArray();
            }
        });
        var image = JsonNode.Parse(files["manifest.json"])![0]!;
        var entries = new List<ImageEntry>();
        foreach (var layer in image["Layers"]!.AsArray())
        {
            await EachAsync(
                await PlainAsync(new MemoryStream(files[(string)layer!])),
                entry =>
                {
                    entries.Add(new(entry.Name.Trim('/', '.'), entry.Uid, entry.Mode, entry.Length));
                    return Task.CompletedTask;
                });
        }

        return new(JsonNode.Parse(files[(string)image[nameof(Config)]!])!, entries);
    }

    private static async Task EachAsync(Stream stream, Func<TarEntry, Task> read)
    {
        await using var tar = new TarReader(stream);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            await read(entry);
        }
    }

    private static async Task<Stream> PlainAsync(Stream stream)
    {
        var start = new byte[2];
        await stream.ReadExactlyAsync(start);
        stream.Position = 0;
        return start is [0x1f, 0x8b] ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}

/// <summary>A file or folder of an image.</summary>
internal sealed record ImageEntry(string Name, int Owner, UnixFileMode Mode, long Length);
