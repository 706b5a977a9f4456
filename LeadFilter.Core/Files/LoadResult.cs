namespace LeadFilter.Core.Files;

/// <summary>What reading a file gave: a value, or mistakes.</summary>
/// <typeparam name="T">What the file describes.</typeparam>
/// <param name="Value">The value; null if there are mistakes.</param>
/// <param name="Mistakes">What is wrong, in the order of the file.</param>
public sealed record LoadResult<T>(T? Value, IReadOnlyList<Mistake> Mistakes)
    where T : class
{
    /// <summary>What is allowed but surely not meant, such as a condition that nothing uses; in the order of the
    /// file. None where there are mistakes: what looks strange may only follow from them.</summary>
    public IReadOnlyList<Mistake> Warnings { get; init; } = [];
}
