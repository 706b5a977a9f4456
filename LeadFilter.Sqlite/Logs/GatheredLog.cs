using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LeadFilter.Sqlite.Layers;
using LeadFilter.Sqlite.Pages;
using SQLitePCL;

namespace LeadFilter.Sqlite.Logs;

/// <summary>
/// A file layer of SQLite (VFS) for the connection that writes. SQLite writes each page of its log with two calls to the system;
/// this layer gathers what belongs to a commit and writes it when SQLite asks for the sync of the log. All else, and every other
/// file, goes to the layer below as it is (<see cref="OverwrittenGaps"/>).
/// <para>
/// What is gathered can be lost only before it is synced, and SQLite counts nothing as committed before. But this holds only
/// for a connection with <c>synchronous = FULL</c>, which syncs each commit before anybody may read it, and
/// <c>cache_spill = OFF</c>, which writes nothing of a transaction before its commit.
/// </para>
/// </summary>
internal static unsafe class GatheredLog
{
    /// <summary>The layer's name, for connections.</summary>
    public const string Name = "leadfilter";

    private const int IsLog = 0x0008_0000;
    private static readonly Lock Registering = new();
    private static FileLayer* below;
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
                    below = OverwrittenGaps.Own;
                    own = FileLayers.Add(Name, below, sizeof(LogFile) + below->FileSize, &Open);
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
        if ((flags & IsLog) == 0)
        {
            return below->Open(below, name, file, flags, taken);
        }

        var log = (LogFile*)file;
        *log = default;
        var opened = below->Open(below, name, log->Usual, flags, taken);
        log->Methods = opened == raw.SQLITE_OK ? LogFile.OwnMethods : null;
        return opened;
    }
}
