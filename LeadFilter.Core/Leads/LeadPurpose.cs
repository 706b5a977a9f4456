namespace LeadFilter.Core.Leads;

/// <summary>What a lead is sent for, according to its field <c>is_test</c>.</summary>
public enum LeadPurpose
{
    /// <summary>To be bought: the field was not sent, is blank, or says no.</summary>
    Live,

    /// <summary>To be tried: the field says yes, or <c>test</c>.</summary>
    Test,

    /// <summary>Nobody can say: the field was sent and is neither yes nor no. Such a lead must not be bought.</summary>
    Unreadable,
}
