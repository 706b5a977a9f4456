using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Files;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>What a check found in one file.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Mistakes">What is wrong, in the order of the file.</param>
/// <param name="Warnings">What is allowed but surely not meant, in the order of the file.</param>
public sealed record CheckedFile(string Path, IReadOnlyList<Mistake> Mistakes, IReadOnlyList<Mistake> Warnings)
{
    /// <summary>The campaign; null for the files of vendors and targets, and where there are mistakes.</summary>
    public Campaign? Campaign { get; init; }
}
