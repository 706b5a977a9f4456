namespace LeadFilter.Http.Routing;

/// <summary>
/// Who may call an address. They can be joined: <c>Read | Crm</c>, or <c>Vendor | Read</c>, whose endpoint finds out who calls. The
/// admin may do whatever any of the staff may. docs/http.md says what each role may do; a test compares the two.
/// </summary>
[Flags]
public enum Caller
{
    /// <summary>Anyone: it tells nothing that a stranger may not know.</summary>
    Anyone = 0,

    /// <summary>A vendor with its key. The endpoint finds out which one: key, campaign and rate belong together.</summary>
    Vendor = 1,

    /// <summary>The buyer's own staff with an admin key, and nobody else. Nothing of the endpoint runs without it.</summary>
    Admin = 2,

    /// <summary>Whoever may read: a key with the role <c>read</c>, or an admin key.</summary>
    Read = 4,

    /// <summary>The CRM: a key with the role <c>crm</c>, or an admin key.</summary>
    Crm = 8,
}
