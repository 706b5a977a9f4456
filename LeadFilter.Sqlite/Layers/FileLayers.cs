using System.Runtime.InteropServices;
using SQLitePCL;

namespace LeadFilter.Sqlite.Layers;

/// <summary>File layers of SQLite (VFS): between it and the system's files. See https://www.sqlite.org/vfs.html.</summary>
internal static unsafe partial class FileLayers
{
    private const string Library = "e_sqlite3";

    /// <summary>SQLite's own layer for this system.</summary>
    public static FileLayer* Usual
    {
        get
        {
            Batteries_V2.Init();
            return Find(null);
        }
    }

    /// <summary>Makes a layer known to SQLite that opens files in another way than the one below it, and is like it in all else.</summary>
    /// <param name="name">Its name, for connections.</param>
    /// <param name="below">The layer below.</param>
    /// <param name="fileSize">How many bytes SQLite makes free for a file.</param>
    /// <param name="open">How it opens files.</param>
    /// <exception cref="InvalidOperationException">SQLite does not take it.</exception>
    public static FileLayer* Add(
        string name, FileLayer* below, int fileSize, delegate* unmanaged[Cdecl]<FileLayer*, byte*, void*, int, int*, int> open)
    {
        // Never given back: SQLite keeps the pointer.
        var layer = (FileLayer*)NativeMemory.Alloc((nuint)sizeof(FileLayer));
        *layer = *below;
        layer->Name = (byte*)Marshal.StringToCoTaskMemUTF8(name);
        layer->Next = null;
        layer->FileSize = fileSize;
        layer->Open = open;
        return Register(layer, makeDefault: 0) is var refused and not raw.SQLITE_OK
            ? throw new InvalidOperationException($"SQLite does not take a file layer: {refused}.")
            : layer;
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_find")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial FileLayer* Find(byte* name);

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_register")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int Register(FileLayer* layer, int makeDefault);
}
