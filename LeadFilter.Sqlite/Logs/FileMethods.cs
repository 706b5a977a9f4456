using System.Runtime.InteropServices;

namespace LeadFilter.Sqlite.Logs;

/// <summary>SQLite's <c>sqlite3_io_methods</c>, version 1: what it does with an open file that is not the database.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileMethods
{
    /// <summary>The structure's version.</summary>
    public int Version;

    /// <summary>Closes the file.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, int> Close;

    /// <summary>Reads bytes from a place.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, byte*, int, long, int> Read;

    /// <summary>Writes bytes to a place.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, byte*, int, long, int> Write;

    /// <summary>Cuts the file.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, long, int> Truncate;

    /// <summary>Has the disk keep what was written.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, int, int> Sync;

    /// <summary>Tells how long the file is.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, long*, int> Size;

    /// <summary>Locks the file.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, int, int> Lock;

    /// <summary>Unlocks the file.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, int, int> Unlock;

    /// <summary>Tells whether somebody is about to write.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, int*, int> CheckReserved;

    /// <summary>Anything else.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, int, void*, int> Control;

    /// <summary>Tells how many bytes the disk writes at once.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, int> SectorSize;

    /// <summary>Tells what can be relied on.</summary>
    public delegate* unmanaged[Cdecl]<LogFile*, int> Characteristics;
}
