namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary>A mailbox or number of an opt-out, as a filter gives it.</summary>
/// <param name="By"><c>email</c> or <c>phone</c>.</param>
/// <param name="Masked">What may be shown; null if only the hash is known.</param>
/// <param name="Sha256">Its SHA-256.</param>
internal sealed record OptOutPerson(string By, string? Masked, string Sha256)
{
    /// <summary>What people read.</summary>
    public string Shown => Masked ?? $"{By} with SHA-256 {Sha256}";
}
