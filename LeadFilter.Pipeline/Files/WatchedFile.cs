using System.Security.Cryptography;
using LeadFilter.Core.Files;

namespace LeadFilter.Pipeline.Files;

/// <summary>
/// A file that people write, as it was when last looked at. Contents are compared, not time stamps: those are the same
/// after two quick saves, and after a roll-out that sets all of them to one moment. Only a file of megabytes, a list, is not read again
/// while its length and time stamp stay the same.
/// </summary>
/// <param name="path">Where it lies.</param>
public sealed class WatchedFile(string path)
{
    private const int Large = 1 << 20;

    private byte[]? digest;
    private (long Length, DateTime WrittenAt) stamp;
    private bool missed;

    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong with it as it stands.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; set; } = [];

    /// <summary>What is strange about it as it stands.</summary>
    public IReadOnlyList<Mistake> Warnings { get; set; } = [];

    /// <summary>
    /// Looks whether the file has changed. Editors that save by deleting and creating again make a file vanish for a moment, so
    /// one look that misses it means nothing; it is gone when two looks in a row miss it, or if it has never been there.
    /// </summary>
    /// <param name="isThere">Whether the folder lists it.</param>
    /// <param name="anyway">Whether to read it even if it has not changed.</param>
    /// <param name="content">Its content, if it has changed.</param>
    public FileChange Look(bool isThere, bool anyway, out byte[]? content)
    {
        content = null;
        try
        {
            if (isThere)
            {
                content = Read(anyway);
                missed = false;
                return content is null ? FileChange.None : FileChange.Changed;
            }
        }
        catch (FileNotFoundException)
        {
            // It went after the folder was listed: a miss.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var before = Mistakes;
            Mistakes = [new(Path, 1, 1, "$", $"this file cannot be read: {error.Message.TrimEnd('.')}",
                "Fix its permissions, or close the program that holds it")];
            return Mistakes.SequenceEqual(before) ? FileChange.None : FileChange.Unreadable;
        }

        var gone = missed || digest is null;
        missed = true;
        digest = digest is null ? null : [];
        return gone ? FileChange.Gone : FileChange.None;
    }

    /// <summary>Its content; null if it is the same as at the last look. After a failure, the next look reads it in any case.</summary>
    private byte[]? Read(bool anyway)
    {
        var known = digest;
        digest = [];
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var now = (stream.Length, File.GetLastWriteTimeUtc(stream.SafeFileHandle));
        if (!anyway && known is not null
            && ((stream.Length > Large && known.Length > 0 && now == stamp) || SHA256.HashData(stream).AsSpan().SequenceEqual(known)))
        {
            digest = known;
            return null;
        }

        stamp = now;

        stream.Position = 0;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        digest = SHA256.HashData(bytes);
        return bytes;
    }
}
