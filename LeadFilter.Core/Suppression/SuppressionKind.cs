namespace LeadFilter.Core.Suppression;

/// <summary>By what an entry of a suppression list knows whom it means.</summary>
public enum SuppressionKind
{
    /// <summary>An e-mail address: the mailbox that it reaches.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A postal address: street and postal code.</summary>
    Address,

    /// <summary>A registrable domain, such as that of a competitor.</summary>
    Domain,
}
