using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LeadFilter.Sqlite.Layers;
using SQLitePCL;

namespace LeadFilter.Sqlite.Pages;

/// <summary>
/// A file layer of SQLite for every connection: what nothing uses of a page is zeros in the database file, so that nothing of what was
/// deleted is left there (<see cref="PageGap"/>).
/// </summary>
internal static unsafe class OverwrittenGaps
{
    /// <summary>The layer's name, for connections.</summary>
    public const string Name = "leadfilter-gaps";

    private const int IsDatabase = 0x0000_0100;
    private static readonly Lock Registering = new();
    private static FileLayer* usual;
    private static FileLayer* own;

    /// <summary>The layer, made known to SQLite.</summary>
    /// <exception cref="InvalidOperationException">SQLite does not take it.</exception>
    public static FileLayer* Own
    {
        get
        {
            lock (Registering)
            {
                if (own == null)
                {
                    usual = FileLayers.Usual;
                    own = FileLayers.Add(Name, usual, usual->FileSize, &Open);
                }

                return own;
            }
        }
    }

    /// <summary>Makes the layer known to SQLite, once.</summary>
    /// <exception cref="InvalidOperationException">SQLite does not take it.</exception>
    public static void Register() => _ = Own;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(FileLayer* layer, byte* name, void* file, int flags, int* taken)
    {
        var opened = usual->Open(usual, name, file, flags, taken);
        if (opened == raw.SQLITE_OK && (flags & IsDatabase) != 0)
        {
            DatabaseFile.Watch(file);
        }

        return opened;
    }
}
