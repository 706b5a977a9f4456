namespace LeadFilter.Core.Conditions;

/// <summary>How a group joins its members (Kleene's three-valued logic).</summary>
public enum GroupKind
{
    /// <summary>All must match; one that does not settles it.</summary>
    All,

    /// <summary>One must match; one that does settles it.</summary>
    Any,

    /// <summary>The contrary of <see cref="Any"/>; with one member, <c>not</c>.</summary>
    None,
}
