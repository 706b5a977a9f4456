namespace LeadFilter.Pipeline.Delivery;

/// <summary>Why a lead is not delivered: the codes that dead letters and logs carry. They are stable.</summary>
internal static class DeliveryReasons
{
    /// <summary>No campaign of that name is loaded.</summary>
    public const string CampaignGone = "campaign_gone";

    /// <summary>It could not be delivered within 24 hours.</summary>
    public const string GaveUp = "gave_up";

    /// <summary>The CRM refused it for good.</summary>
    public const string CrmRefused = "crm_refused";

    /// <summary>The CRM answered with status 2xx, but its answer does not say what the campaign asks of it.</summary>
    public const string CrmNotAccepted = "crm_not_accepted";

    /// <summary>The CRM asked for a pause.</summary>
    public const string CrmBusy = "crm_busy";

    /// <summary>The CRM reported a failure of its own.</summary>
    public const string CrmError = "crm_error";

    /// <summary>The CRM could not be reached, or the connection broke.</summary>
    public const string CrmUnreachable = "crm_unreachable";

    /// <summary>The CRM did not answer in time.</summary>
    public const string CrmTimeout = "crm_timeout";

    /// <summary>Too many calls failed of late: the CRM is left alone for a moment.</summary>
    public const string CrmPaused = "crm_paused";

    /// <summary>Too many leads wait for this CRM already.</summary>
    public const string TooManyAtOnce = "too_many_at_once";

    /// <summary>The setting with the secret for the signature is not there.</summary>
    public const string SecretMissing = "secret_missing";

    /// <summary>The campaign's address cannot be called.</summary>
    public const string AddressUnusable = "address_unusable";

    /// <summary>The CRM's host stands for an address that may not be called.</summary>
    public const string AddressRefused = "address_refused";

    /// <summary>The person has opted out, and the campaign does not deliver such leads.</summary>
    public const string OptedOut = "opted_out";

    /// <summary>The ledger, or who has opted out, could not be read or written.</summary>
    public const string StoreUnavailable = "store_unavailable";
}
