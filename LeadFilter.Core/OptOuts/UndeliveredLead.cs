namespace LeadFilter.Core.OptOuts;

/// <summary>What becomes of a bought lead whose person opts out before the lead is delivered.</summary>
public enum UndeliveredLead
{
    /// <summary>It goes to the CRM and says that the person is not to be contacted.</summary>
    Mark,

    /// <summary>It is not delivered.</summary>
    Stop,
}
