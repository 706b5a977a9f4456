using System.Runtime.InteropServices;
using System.Text;
using LeadFilter.Sqlite.Logs;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Sqlite;

/// <summary>The methods that SQLite calls for its log.</summary>
[TestClass]
public sealed unsafe class LogFileTests : IDisposable
{
    private const int OpenLog = 0x0008_0000 | 0x0000_0002 | 0x0000_0004;

    private readonly TemporaryFolder folder = new();
    private readonly byte* name;
    private readonly LogFile* log;

    public LogFileTests()
    {
        var layer = GatheredLog.Own;

        // The log gets the rights of its database.
        File.WriteAllText(System.IO.Path.Combine(folder.Path, "some.db"), "");
        name = (byte*)Marshal.StringToCoTaskMemUTF8(Path);
        log = (LogFile*)NativeMemory.AllocZeroed((nuint)layer->FileSize);
        var taken = 0;
        Assert.AreEqual(0, layer->Open(layer, name, log, OpenLog, &taken));
    }

    private string Path => System.IO.Path.Combine(folder.Path, "some.db-wal");

    public void Dispose()
    {
        Assert.AreEqual(0, log->Methods->Close(log));
        NativeMemory.Free(log);
        Marshal.FreeCoTaskMem((nint)name);
        folder.Dispose();
    }

    [TestMethod]
    public void Nothing_is_written_before_the_sync()
    {
        Write("abc", at: 0);

        Assert.AreEqual("", Content());
    }

    [TestMethod]
    public void All_that_follows_without_a_gap_is_written_at_the_sync()
    {
        Write("abc", at: 0);
        Write("def", at: 3);
        Sync();

        Assert.AreEqual("abcdef", Content());
    }

    [TestMethod]
    public void What_a_failed_commit_left_is_never_written_over_what_others_wrote_since()
    {
        Write("own", at: 0);
        File.WriteAllText(Path, "others");
        Write("next", at: 6);
        Sync();

        Assert.AreEqual("othersnext", Content());
    }

    [TestMethod]
    public void What_a_failed_commit_left_is_not_written_after_a_cut()
    {
        Write("own", at: 0);
        Assert.AreEqual(0, log->Methods->Truncate(log, 0));
        Sync();

        Assert.AreEqual("", Content());
    }

    [TestMethod]
    public void A_commit_of_any_size_is_written_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 900_000).Select(static number => (char)('a' + (number % 23))));
        for (var round = 0; round < 6; round++)
        {
            Write(text, round * text.Length);
        }

        Sync();

        Assert.AreEqual(string.Concat(Enumerable.Repeat(text, 6)), Content());
    }

    [TestMethod]
    public void What_was_synced_is_read()
    {
        Write("abc", at: 0);
        Sync();
        var read = stackalloc byte[2];

        Assert.AreEqual(0, log->Methods->Read(log, read, 2, 1));
        Assert.AreEqual("bc", Encoding.ASCII.GetString(read, 2));
    }

    private void Write(string text, int at)
    {
        fixed (byte* bytes = Encoding.ASCII.GetBytes(text))
        {
            Assert.AreEqual(0, log->Methods->Write(log, bytes, text.Length, at));
        }
    }

    private void Sync() => Assert.AreEqual(0, log->Methods->Sync(log, 2));

    private string Content() => File.ReadAllText(Path);
}
