namespace LeadFilter.Core.Staff;

/// <summary>What a key of the buyer's staff is for. docs/http.md has the table of what each role may do.</summary>
public enum StaffRole
{
    /// <summary>Everything.</summary>
    Admin,

    /// <summary>Reading: lists, reports, figures and the state of the filter. It changes nothing.</summary>
    Read,

    /// <summary>What a CRM does by itself, such as putting its customers on a suppression list.</summary>
    Crm,
}
