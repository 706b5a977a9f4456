namespace LeadFilter.Pipeline.Notices;

/// <summary>Why a notice has not arrived: the codes that dead letters and logs carry. They are stable.</summary>
internal static class NoticeReasons
{
    /// <summary>It has not arrived by its end.</summary>
    public const string GaveUp = "gave_up";

    /// <summary>The receiver refused it for good.</summary>
    public const string Refused = "receiver_refused";

    /// <summary>The receiver asked for a pause.</summary>
    public const string Busy = "receiver_busy";

    /// <summary>The receiver reported a failure of its own.</summary>
    public const string Error = "receiver_error";

    /// <summary>The receiver could not be reached, or the connection broke.</summary>
    public const string Unreachable = "receiver_unreachable";

    /// <summary>The receiver did not answer in time.</summary>
    public const string Timeout = "receiver_timeout";

    /// <summary>Too many calls failed of late: the receiver is left alone for a moment.</summary>
    public const string Paused = "receiver_paused";

    /// <summary>Too many calls wait for this receiver already.</summary>
    public const string TooManyAtOnce = "too_many_at_once";

    /// <summary>A setting with a secret is not there.</summary>
    public const string SecretMissing = "secret_missing";

    /// <summary>The host stands for an address that may not be called.</summary>
    public const string AddressRefused = "address_refused";

    /// <summary>The file that names the receiver does not load.</summary>
    public const string ReceiverUnknown = "receiver_unknown";

    /// <summary>The receiver's request needs something that the notice does not have.</summary>
    public const string CannotBeWritten = "cannot_be_written";

    /// <summary>The receiver is gone, or is not told any more: the notice is dropped.</summary>
    public const string ReceiverGone = "receiver_gone";
}
