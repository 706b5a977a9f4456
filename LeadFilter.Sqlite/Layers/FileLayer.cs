using System.Runtime.InteropServices;

namespace LeadFilter.Sqlite.Layers;

/// <summary>SQLite's <c>sqlite3_vfs</c>, version 3. Only what is read or changed here has a type.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileLayer
{
    /// <summary>The structure's version.</summary>
    public int Version;

    /// <summary>How many bytes SQLite makes free for a file.</summary>
    public int FileSize;

    /// <summary>The longest path.</summary>
    public int MaxPath;

    /// <summary>SQLite's list of layers.</summary>
    public FileLayer* Next;

    /// <summary>The layer's name.</summary>
    public byte* Name;

    /// <summary>The layer's own data.</summary>
    public void* Data;

    /// <summary>Opens a file.</summary>
    public delegate* unmanaged[Cdecl]<FileLayer*, byte*, void*, int, int*, int> Open;

    private fixed long others[14];
}
