using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Receipts;

namespace LeadFilter.Tests.Receipts;

/// <summary>Enters a submission.</summary>
internal static class ReceiptEntry
{
    public static async Task<Receipt> EnterAsync(
        this ReceiptBook book, ITables tables, string content, DecisionRecord record, bool final, CancellationToken cancellation)
    {
        var submission = book.Submit(content, record, final);
        await new ChangesInTurn(tables, new InMemoryLeadQueue(TimeProvider.System)).MakeAsync([submission.Change], cancellation);
        return await submission.FinishAsync(cancellation);
    }
}
