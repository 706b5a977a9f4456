using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace LeadFilter.Sqlite.Logs;

/// <summary>
/// A file layer of SQLite (VFS) for the connection that writes. SQLite writes each page of its log with two calls to the system;
/// this layer gathers what belongs to a commit and writes it when SQLite asks for the sync of the log. All else, and every other
/// file, goes to SQLite's own layer as it is. See https://www.sqlite.org/vfs.html.
/// <para>
/// What is gathered can be lost only before it is synced, and SQLite counts nothing as committed before. But this holds only
/// for a connection with <c>synchronous = FULL</c>, which syncs each commit before anybody may read it, and
/// <c>cache_spill = OFF</c>, which writes nothing of a transaction before its commit.
/// </para>
/// </summary>
internal static unsafe partial class GatheredLog
{
    /// <summary>The layer's name, for connections.</summary>
    public const string Name = "leadfilter";

    private const string Library = "e_sqlite3";
    private const int IsLog = 0x0008_0000;
    private static readonly Lock Registering = new();
    private static FileLayer* usual;
    private static FileLayer* own;

    /// <summary>The layer, made known to SQLite.</summary>
    /// <exception cref="InvalidOperationException">SQLite does not take it.</exception>
    public static FileLayer* Own
    {
        get
        {
            Register();
            return own;
        }
    }

    /// <summary>Makes the layer known to SQLite, once.</summary>
    /// <exception cref="InvalidOperationException">SQLite does not take it.</exception>
    public static void Register()
    {
        lock (Registering)
        {
            if (own != null)
            {
                return;
            }

            Batteries_V2.Init();
            usual = Find(null);

            // The usual layer with another way to open files. It is never given back: SQLite keeps the pointer.
            var layer = (FileLayer*)NativeMemory.Alloc((nuint)sizeof(FileLayer));
            *layer = *usual;
            layer->Name = (byte*)Marshal.StringToCoTaskMemUTF8(Name);
            layer->Next = null;
            layer->FileSize = sizeof(LogFile) + usual->FileSize;
            layer->Open = &Open;
            if (Register(layer, makeDefault: 0) is var refused and not raw.SQLITE_OK)
            {
                throw new InvalidOperationException($"SQLite does not take a file layer: {refused}.");
            }

            own = layer;
        }
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_find")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial FileLayer* Find(byte* name);

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_register")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int Register(FileLayer* layer, int makeDefault);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(FileLayer* layer, byte* name, LogFile* file, int flags, int* taken)
    {
        if ((flags & IsLog) == 0)
        {
            return usual->Open(usual, name, file, flags, taken);
        }

        *file = default;
        var opened = usual->Open(usual, name, file->Usual, flags, taken);
        file->Methods = opened == raw.SQLITE_OK ? LogFile.OwnMethods : null;
        return opened;
    }
}
