namespace LeadFilter.Cli.Commands.Backups;

/// <summary>A backup that was written.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Made">The moment whose data it holds, at the earliest; in ISO 8601.</param>
/// <param name="HoldsIdentitySecret">Whether it holds the secret of keyed hashes.</param>
internal sealed record BackupReport(string File, long Bytes, string Made, bool HoldsIdentitySecret);
