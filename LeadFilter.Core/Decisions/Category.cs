namespace LeadFilter.Core.Decisions;

/// <summary>Why a lead is bad. Contracts say for which categories a vendor accepts rejections.</summary>
public enum Category
{
    /// <summary>The person cannot be reached.</summary>
    Contact,

    /// <summary>The person was bought before.</summary>
    Duplicate,

    /// <summary>The lead is not a person's own doing.</summary>
    Fraud,

    /// <summary>Consent to be called is missing or not proven.</summary>
    Consent,

    /// <summary>The lead is of a kind that is not bought.</summary>
    LeadType,

    /// <summary>The lead is too old.</summary>
    Age,

    /// <summary>The person is not one whom the buyer serves.</summary>
    Criteria,

    /// <summary>The lead's score is too low.</summary>
    Score,

    /// <summary>The person is on a suppression list.</summary>
    Suppressed,

    /// <summary>The buyer takes no more at this time.</summary>
    Capacity,
}
