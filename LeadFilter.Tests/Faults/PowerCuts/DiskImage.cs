namespace LeadFilter.Tests.Faults.PowerCuts;

/// <summary>The files of a store as a disk holds them: the database and its log. The index of the log is memory, and lost with the power.</summary>
/// <param name="Database">The database file.</param>
/// <param name="Log">The log.</param>
internal sealed record DiskImage(byte[] Database, byte[] Log)
{
    /// <summary>Reads the files of a store.</summary>
    /// <param name="file">The database file.</param>
    public static DiskImage Read(string file) => new(ReadShared(file), ReadShared(file + "-wal"));

    /// <summary>Writes the files into a folder.</summary>
    public void WriteTo(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, Database);
        File.WriteAllBytes(file + "-wal", Log);
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
