using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace LeadFilter.Sqlite.Pages;

/// <summary>
/// The database file as SQLite's own layer opens it, with one method replaced: what nothing uses of a page is written as zeros
/// (<see cref="PageGap"/>). Pages come here from the log, which is cut to nothing soon after.
/// </summary>
internal static unsafe class DatabaseFile
{
    private const int MinPage = 512;
    private const int MaxPage = 64 * 1024;

    // From 128 GB on, the number of a page can look like the mark of a tree. Nothing is overwritten in files of such a size.
    private const long MaxFile = 64L * 1024 * 1024 * 1024;

    private static readonly Lock Making = new();
    private static readonly Dictionary<nint, nint> Made = [];

    /// <summary>Replaces the method.</summary>
    /// <param name="file">The open file, which begins with the pointer to its methods.</param>
    public static void Watch(void* file)
    {
        var methods = (DatabaseMethods**)file;
        lock (Making)
        {
            if (!Made.TryGetValue((nint)(*methods), out var own))
            {
                own = Replaced(*methods);
                Made.Add((nint)(*methods), own);
            }

            *methods = (DatabaseMethods*)own;
        }
    }

    // INVARIANT: never given back. SQLite uses the methods as long as the file is open.
    private static nint Replaced(DatabaseMethods* usual)
    {
        // Older versions are shorter, and could not do what the log needs.
        if (usual->Version < 3)
        {
            return (nint)usual;
        }

        var own = (DatabaseMethods*)NativeMemory.AllocZeroed((nuint)sizeof(DatabaseMethods));
        NativeMemory.Copy(usual, own, (nuint)(sizeof(DatabaseMethods) - sizeof(void*)));
        own->UsualWrite = usual->Write;
        own->Write = &Write;
        return (nint)own;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(DatabaseMethods** file, byte* from, int count, long at)
    {
        var methods = *file;
        if (at == 0 || count is < MinPage or > MaxPage || at % count != 0)
        {
            return methods->UsualWrite(file, from, count, at);
        }

        var page = new ReadOnlySpan<byte>(from, count);
        var (start, length) = PageGap.Find(page).GetOffsetAndLength(count);
        long size;
        if (length == 0 || page.Slice(start, length).IndexOfAnyExcept((byte)0) < 0
            || methods->Size(file, &size) != raw.SQLITE_OK || size > MaxFile)
        {
            return methods->UsualWrite(file, from, count, at);
        }

        // What SQLite hands over is not ours to change.
        var copy = stackalloc byte[count];
        page.CopyTo(new(copy, count));
        new Span<byte>(copy + start, length).Clear();
        return methods->UsualWrite(file, copy, count, at);
    }
}
