using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Serving;

/// <summary>The disk that holds the data folder.</summary>
/// <param name="folder">The folder; it exists.</param>
internal sealed class DataDisk(string folder) : IDiskSpace
{
    /// <inheritdoc/>
    public DiskSpace? Read()
    {
        try
        {
            var drive = new DriveInfo(Path.GetFullPath(folder));
            return new(drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A share without a drive, say.
            return null;
        }
    }
}
