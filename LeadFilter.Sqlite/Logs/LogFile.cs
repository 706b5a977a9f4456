using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace LeadFilter.Sqlite.Logs;

/// <summary>
/// SQLite's log, opened by <see cref="GatheredLog"/>: what was gathered, and behind it in memory the same file as the usual
/// layer opened it. SQLite holds both and calls the methods, one at a time.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LogFile
{
    /// <summary>The methods that SQLite calls.</summary>
    public FileMethods* Methods;

    private byte* gathered;
    private int length;
    private int capacity;
    private long start;

    private const int FirstCapacity = 256 * 1024;
    private const int MaxGathered = 4 * 1024 * 1024;

    // SQLite's layer for Unix takes at most 128 KB less one byte at a time, and loses count of more.
    private const int MaxWrite = 64 * 1024;

    /// <summary>The methods of all logs.</summary>
    public static FileMethods* OwnMethods { get; } = MakeMethods();

    /// <summary>The file as the usual layer knows it.</summary>
    public LogFile* Usual => (LogFile*)Unsafe.AsPointer(ref this) + 1;

    private static FileMethods* MakeMethods()
    {
        var methods = (FileMethods*)NativeMemory.AllocZeroed((nuint)sizeof(FileMethods));
        methods->Version = 1;
        methods->Close = &Close;
        methods->Read = &Read;
        methods->Write = &Write;
        methods->Truncate = &Truncate;
        methods->Sync = &Sync;
        methods->Size = &Size;
        methods->Lock = &Lock;
        methods->Unlock = &Unlock;
        methods->CheckReserved = &CheckReserved;
        methods->Control = &Control;
        methods->SectorSize = &SectorSize;
        methods->Characteristics = &Characteristics;
        return methods;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(LogFile* file)
    {
        NativeMemory.Free(file->gathered);
        file->gathered = null;
        file->length = file->capacity = 0;
        return file->Usual->Methods->Close(file->Usual);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(LogFile* file, byte* into, int count, long at) => file->Usual->Methods->Read(file->Usual, into, count, at);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(LogFile* file, byte* from, int count, long at)
    {
        if (file->length > 0 && at != file->start + file->length)
        {
            // A commit follows the one before without a gap. This is the first write after a commit that failed before its sync:
            // what is left of that one counts for nothing, and another process may have used its place since.
            file->length = 0;
        }

        if (file->length + count > MaxGathered && Flush(file) is var failed and not raw.SQLITE_OK)
        {
            return failed;
        }

        if (!TryMakeRoom(file, file->length + count))
        {
            return raw.SQLITE_IOERR_NOMEM;
        }

        if (file->length == 0)
        {
            file->start = at;
        }

        new ReadOnlySpan<byte>(from, count).CopyTo(new(file->gathered + file->length, count));
        file->length += count;
        return raw.SQLITE_OK;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(LogFile* file, int flags) =>
        Flush(file) is var failed and not raw.SQLITE_OK ? failed : file->Usual->Methods->Sync(file->Usual, flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(LogFile* file, long size)
    {
        file->length = 0;
        return file->Usual->Methods->Truncate(file->Usual, size);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Size(LogFile* file, long* size) => file->Usual->Methods->Size(file->Usual, size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Lock(LogFile* file, int level) => file->Usual->Methods->Lock(file->Usual, level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unlock(LogFile* file, int level) => file->Usual->Methods->Unlock(file->Usual, level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReserved(LogFile* file, int* reserved) => file->Usual->Methods->CheckReserved(file->Usual, reserved);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Control(LogFile* file, int what, void* with) => file->Usual->Methods->Control(file->Usual, what, with);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(LogFile* file) => file->Usual->Methods->SectorSize(file->Usual);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Characteristics(LogFile* file) => file->Usual->Methods->Characteristics(file->Usual);

    /// <summary>Writes what is gathered. After a failure nothing of it is left: SQLite takes the commit back.</summary>
    private static int Flush(LogFile* file)
    {
        var (length, result) = (file->length, raw.SQLITE_OK);
        file->length = 0;
        for (var at = 0; at < length && result == raw.SQLITE_OK; at += MaxWrite)
        {
            result = file->Usual->Methods->Write(file->Usual, file->gathered + at, Math.Min(MaxWrite, length - at), file->start + at);
        }

        file->start += length;
        return result;
    }

    private static bool TryMakeRoom(LogFile* file, int wanted)
    {
        if (wanted <= file->capacity)
        {
            return true;
        }

        var room = Math.Max(FirstCapacity, file->capacity);
        while (room < wanted)
        {
            room *= 2;
        }

        try
        {
            file->gathered = (byte*)NativeMemory.Realloc(file->gathered, (nuint)room);
        }
        catch (OutOfMemoryException)
        {
            return false;
        }

        file->capacity = room;
        return true;
    }
}
