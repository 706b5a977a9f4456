namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>Why a call has no reply.</summary>
internal enum WebhookFailure
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The host stands for an address that may not be called.</summary>
    AddressRefused,

    /// <summary>The host did not answer in time.</summary>
    TimedOut,

    /// <summary>The host was not called: too many calls failed of late.</summary>
    Paused,

    /// <summary>The host was not called: too many calls to it wait already.</summary>
    TooManyAtOnce,
}
