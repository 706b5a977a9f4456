namespace LeadFilter.Benchmarks.Storage;

/// <summary>What one run found.</summary>
/// <param name="Callers">How many callers waited for a row at once.</param>
/// <param name="Rows">Rows a second.</param>
/// <param name="Commits">Transactions a second.</param>
/// <param name="P50">Half of the rows were durable after this time, in milliseconds.</param>
/// <param name="P99">99 % were.</param>
internal sealed record StorageRun(int Callers, double Rows, double Commits, double P50, double P99);
