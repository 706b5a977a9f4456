namespace LeadFilter.Http.Routing;

/// <summary>Who may call an address.</summary>
public enum Caller
{
    /// <summary>Anyone: it tells nothing that a stranger may not know.</summary>
    Anyone,

    /// <summary>A vendor with its key. The endpoint finds out which one: key, campaign and rate belong together.</summary>
    Vendor,

    /// <summary>The buyer's own staff with the admin key. Nothing of the endpoint runs without it.</summary>
    Admin,
}
