namespace LeadFilter.Pipeline.Ports;

/// <summary>Tells the room on the disk that holds the data. A host without a disk of its own has none.</summary>
public interface IDiskSpace
{
    /// <summary>The room now; null if it cannot be told.</summary>
    DiskSpace? Read();
}
