using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Tests.Sqlite;

/// <summary>Holds the writer up: what is handed over meanwhile comes into its next commit together.</summary>
/// <param name="entered">Is set when the writer is held up.</param>
/// <param name="go">Lets it go on.</param>
internal sealed class HeldWrite(ManualResetEventSlim entered, ManualResetEventSlim go) : Write<bool>
{
    protected override bool Change(WriteSession session)
    {
        entered.Set();
        go.Wait(CancellationToken.None);
        return true;
    }
}
