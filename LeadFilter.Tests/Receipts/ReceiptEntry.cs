using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Receipts;

namespace LeadFilter.Tests.Receipts;

/// <summary>Enters a submission in both steps.</summary>
internal static class ReceiptEntry
{
    public static async Task<Receipt> EnterAsync(
        this ReceiptBook book, ITables tables, string content, DecisionRecord record, bool final, CancellationToken cancellation)
    {
        var entering = book.Entering(content, record, final);
        await new ChangesInTurn(tables, new InMemoryLeadQueue(TimeProvider.System)).MakeAsync([entering], cancellation);
        return await book.EnterAsync(entering, record, final, cancellation);
    }
}
