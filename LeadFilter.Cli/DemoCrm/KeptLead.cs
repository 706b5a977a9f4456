namespace LeadFilter.Cli.DemoCrm;

/// <summary>What must be known of a lead to delete it when it is one too many.</summary>
/// <param name="RowKey">Its row.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="Bytes">How long its body is.</param>
internal readonly record struct KeptLead(string RowKey, DateTimeOffset TakenAt, int Bytes);
