using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Notices;

/// <summary>Those of one sort who get notices, as the files name them now. Thread-safe.</summary>
public interface INoticeReceivers
{
    /// <summary>The sort, as in <see cref="NoticeReceiver.Sort"/>.</summary>
    string Sort { get; }

    /// <summary>Whether somebody is told.</summary>
    /// <param name="id">The receiver's id.</param>
    bool Has(string id);

    /// <summary>How a notice is handed over.</summary>
    /// <param name="notice">The notice, to one of this sort.</param>
    /// <returns>Null if the receiver is gone, or is not told any more.</returns>
    NoticePlan? Find(Notice notice);

    /// <summary>The rows that keep that a notice has arrived, each to be inserted; none if nothing is kept.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="status">The status with which the receiver answered.</param>
    /// <param name="at">When.</param>
    IReadOnlyList<Change> Acknowledging(Notice notice, int status, DateTimeOffset at) => [];
}
