namespace LeadFilter.Core.OptOuts;

/// <summary>The ways in which somebody does not want to be contacted.</summary>
[Flags]
public enum ContactChannels
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Telephone calls.</summary>
    Call = 1,

    /// <summary>Text messages.</summary>
    Text = 2,

    /// <summary>E-mail.</summary>
    Email = 4,

    /// <summary>All of them.</summary>
    All = Call | Text | Email,
}
