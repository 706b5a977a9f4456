namespace LeadFilter.Core.Fields.Names;

/// <summary>Where a word stands in a name.</summary>
/// <param name="Kind">What the name is.</param>
/// <param name="IsFirst">Whether it is the first word.</param>
/// <param name="IsLast">Whether it is the last.</param>
internal readonly record struct WordPlace(NameKind Kind, bool IsFirst, bool IsLast)
{
    /// <summary>Whether a particle (van, de la) can stand there: before the last word, and in front only of a last name.</summary>
    public bool MayBeParticle => !IsLast && (!IsFirst || Kind == NameKind.Last);
}
