using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Tests.Faults.PowerCuts;

/// <summary>
/// Reads the files on the writer's own thread, where no commit is under way: one that others handed over is either whole in
/// the files or not there at all.
/// </summary>
/// <param name="file">The database file.</param>
/// <param name="load">Tells what was acknowledged before.</param>
internal sealed class TakeImage(string file, WriteLoad load) : Write<Moment>
{
    protected override Moment Change(WriteSession session) => new(load.Acknowledged(), DiskImage.Read(file));
}

/// <summary>The files at a moment.</summary>
/// <param name="Acknowledged">How many changes of each caller were acknowledged before.</param>
/// <param name="Image">The files.</param>
internal sealed record Moment(IReadOnlyList<int> Acknowledged, DiskImage Image);
