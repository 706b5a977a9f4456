namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>What an answer of status 2xx says of the lead, by the campaign's <c>delivery.accepted</c>.</summary>
internal enum CrmWord
{
    /// <summary>The CRM has it. So says every answer of a campaign that asks nothing more.</summary>
    Taken,

    /// <summary>The CRM has not taken it, and may take it later.</summary>
    NotYet,

    /// <summary>The CRM has not taken it, and will not as it is.</summary>
    Refused,
}
