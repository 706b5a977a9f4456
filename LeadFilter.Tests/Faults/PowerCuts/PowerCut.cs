using LeadFilter.Tests.Folders;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Tests.Faults.PowerCuts;

/// <summary>
/// What a disk may hold after a loss of power: all that was synced, and of what was not yet any sectors in any order.
/// </summary>
/// <param name="random">The randomness.</param>
internal sealed class PowerCut(Random random)
{
    private const int Sector = 512;

    /// <summary>The power goes while commits are written: what follows the last synced one is cut at a byte.</summary>
    /// <param name="before">When the last of the synced commits was.</param>
    /// <param name="after">Some commits later.</param>
    public DiskImage CutOff(DiskImage before, DiskImage after)
    {
        var (start, end) = Unsynced(before, after);
        var cut = random.Next(start, end + 1);
        byte[] log = before.Log.Length > cut ? [.. after.Log[..cut], .. before.Log[cut..]] : after.Log[..cut];
        return before with { Log = log };
    }

    /// <summary>The power goes while commits are written: of their sectors some are on the disk.</summary>
    /// <param name="before">When the last of the synced commits was.</param>
    /// <param name="after">Some commits later.</param>
    public DiskImage Scatter(DiskImage before, DiskImage after)
    {
        var (start, end) = Unsynced(before, after);
        var log = after.Log.ToArray();
        Mix(log, before.Log, start, end);
        return before with { Log = log };
    }

    /// <summary>The power goes while the log is moved into the database: of the database's sectors some are new. The log is whole.</summary>
    /// <param name="before">Before the move.</param>
    public DiskImage InterruptMove(DiskImage before)
    {
        using var folder = new TemporaryFolder();
        before.WriteTo(folder.Path, "moved.db");
        var file = Path.Combine(folder.Path, "moved.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var move = connection.CreateCommand();
        move.CommandText = "PRAGMA wal_checkpoint(FULL)";
        move.ExecuteNonQuery();
        var database = DiskImage.Read(file).Database;
        Mix(database, before.Database, 0, database.Length);
        return before with { Database = database };
    }

    private static (int Start, int End) Unsynced(DiskImage before, DiskImage after) => (new WriteAheadLog(before.Log).End, new WriteAheadLog(after.Log).End);

    /// <summary>Puts old sectors, or nothing where there was nothing, between the new ones.</summary>
    private void Mix(byte[] content, byte[] old, int start, int end)
    {
        for (var at = start; at < end; at = ((at / Sector) + 1) * Sector)
        {
            if (random.Next(2) == 0)
            {
                var sector = content.AsSpan(at, Math.Min(((at / Sector) + 1) * Sector, end) - at);
                sector.Clear();
                if (at < old.Length)
                {
                    old.AsSpan(at, Math.Min(sector.Length, old.Length - at)).CopyTo(sector);
                }
            }
        }
    }
}
