namespace LeadFilter.Core.Fields.Names;

/// <summary>Which part of a person's name a field holds.</summary>
internal enum NameKind
{
    /// <summary>The given name or names.</summary>
    First,

    /// <summary>The family name or names.</summary>
    Last,

    /// <summary>The whole name.</summary>
    Full,
}
