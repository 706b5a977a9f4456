using System.Runtime.InteropServices;

namespace LeadFilter.Sqlite.Pages;

/// <summary>SQLite's <c>sqlite3_io_methods</c>, version 3, of a database file, and behind them what is called instead of one.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DatabaseMethods
{
    /// <summary>The structure's version.</summary>
    public int Version;

    /// <summary>Closes the file, and reads bytes from a place.</summary>
    public fixed long CloseAndRead[2];

    /// <summary>Writes bytes to a place.</summary>
    public delegate* unmanaged[Cdecl]<DatabaseMethods**, byte*, int, long, int> Write;

    /// <summary>Cuts and syncs the file.</summary>
    public fixed long TruncateAndSync[2];

    /// <summary>Tells how long the file is.</summary>
    public delegate* unmanaged[Cdecl]<DatabaseMethods**, long*, int> Size;

    /// <summary>Locks, shared memory and the rest.</summary>
    public fixed long Others[12];

    /// <summary>How the layer that opened the file writes.</summary>
    public delegate* unmanaged[Cdecl]<DatabaseMethods**, byte*, int, long, int> UsualWrite;
}
