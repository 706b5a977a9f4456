namespace LeadFilter.Pipeline.Limits;

/// <summary>A request that waits.</summary>
/// <param name="use">Whose it is.</param>
internal sealed class Waiter(VendorUse use)
{
    /// <summary>Whose it is.</summary>
    public VendorUse Use => use;

    /// <summary>Null for a place, or why there is none.</summary>
    public TaskCompletionSource<string?> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its place among those of its vendor that wait to be let in; null if it is not there.</summary>
    public LinkedListNode<Waiter>? Place { get; set; }
}
