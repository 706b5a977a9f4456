using LeadFilter.Pipeline.Capacity;

namespace LeadFilter.Scale;

/// <summary>The tables with their partitions, as the code spreads them.</summary>
internal sealed class StorageTables
{
    /// <summary>Partitions by three hex digits of a hash: ReceiptBook, Claims.</summary>
    public const int ByThreeDigits = 4096;

    /// <summary>Partitions by two hex digits: of a hash in SuppressionStore, of a lead's id in LeadLedger.</summary>
    public const int ByTwoDigits = 256;

    private readonly TokenBucket[] accounts;

    /// <summary>Makes them.</summary>
    /// <param name="workload">Says how many vendors there are, and how great the cap is.</param>
    /// <param name="deployment">Says how decisions and accounts are spread.</param>
    public StorageTables(Workload workload, Deployment deployment)
    {
        accounts = [.. Enumerable.Range(0, deployment.Accounts).Select(static _ => new TokenBucket(AzureLimits.AccountEntities))];
        Receipts = Partitions(ByThreeDigits);
        Claims = Partitions(ByThreeDigits);
        Suppressions = Partitions(ByTwoDigits);
        Deliveries = Partitions(ByTwoDigits);
        Decisions = Partitions(workload.Vendors * deployment.DecisionShards);
        Caps = Partitions((workload.CapLimit + CapPlaces.BlockSize - 1) / CapPlaces.BlockSize);
        CapNotes = Partitions(1);
    }

    /// <summary>The receipts' partitions.</summary>
    public TablePartition[] Receipts { get; }

    /// <summary>The claims' partitions.</summary>
    public TablePartition[] Claims { get; }

    /// <summary>The suppressions' partitions.</summary>
    public TablePartition[] Suppressions { get; }

    /// <summary>The deliveries' partitions.</summary>
    public TablePartition[] Deliveries { get; }

    /// <summary>The partitions of this hour's decisions: those of the first vendor, then those of the next.</summary>
    public TablePartition[] Decisions { get; }

    /// <summary>The blocks of the cap: stretches are opened in any of them.</summary>
    public TablePartition[] Caps { get; }

    /// <summary>The notes of the cap's stretches.</summary>
    public TablePartition[] CapNotes { get; }

    /// <summary>Each account's limit.</summary>
    public IReadOnlyList<TokenBucket> Accounts => accounts;

    /// <summary>Calls that were let through.</summary>
    public long Calls => Named.Sum(static table => table.Partitions.Sum(static partition => partition.Calls));

    /// <summary>The tables with their names.</summary>
    public IEnumerable<(string Name, TablePartition[] Partitions)> Named =>
    [
        ("decisions", Decisions), ("cap", Caps), ("cap notes", CapNotes), ("receipts", Receipts), ("claims", Claims),
        ("suppressions", Suppressions), ("deliveries", Deliveries),
    ];

    private TablePartition[] Partitions(int count) =>
        [.. Enumerable.Range(0, count).Select(at => new TablePartition(accounts[(int)(Scatter(at) % (uint)accounts.Length)]))];

    // As a hash of the partition's key would: neighbours go to different accounts, in no order.
    private static uint Scatter(int partition) => unchecked((uint)(partition + 1) * 2_654_435_761u) >> 16;
}
