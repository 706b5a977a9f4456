namespace LeadFilter.Cli.Commands.Backups;

/// <summary>A data folder that was restored.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Made">When the backup was made, in ISO 8601; null if it is a plain copy of a database.</param>
/// <param name="HoldsIdentitySecret">Whether the folder keeps the secret of keyed hashes now.</param>
/// <param name="Aside">Where the database of before is; null if there was none.</param>
internal sealed record RestoreReport(string Folder, string? Made, bool HoldsIdentitySecret, string? Aside);
