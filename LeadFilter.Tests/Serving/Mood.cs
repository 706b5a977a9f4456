namespace LeadFilter.Tests.Serving;

/// <summary>How a CRM treats a call.</summary>
internal enum Mood
{
    /// <summary>Takes the lead: 200 at first, 409 on a repetition.</summary>
    Take,

    /// <summary>Answers 500 and takes nothing.</summary>
    Fail,

    /// <summary>Answers 429 with a Retry-After and takes nothing.</summary>
    Defer,

    /// <summary>Never answers.</summary>
    Hang,

    /// <summary>Breaks the connection.</summary>
    Reset,

    /// <summary>Takes the lead and answers 500.</summary>
    TakeAndFail,

    /// <summary>Takes the lead and breaks the connection.</summary>
    TakeAndReset,

    /// <summary>Answers 429 without a Retry-After and takes nothing.</summary>
    DeferSilently,

    /// <summary>Takes the lead, and breaks the connection in the middle of an answer of success.</summary>
    TakeAndResetMidway,

    /// <summary>Takes the lead, and sends an answer of success byte by byte without an end.</summary>
    TakeAndDrip,

    /// <summary>Takes the lead, and answers success with a body without end.</summary>
    TakeAndTalk,

    /// <summary>Takes the lead, and answers success with a page.</summary>
    TakeAndShowPage,

    /// <summary>Takes the lead, and answers success with half a JSON object.</summary>
    TakeAndStammer,

    /// <summary>Takes the lead, and answers 204.</summary>
    TakeInSilence,

    /// <summary>Sends the caller to another address.</summary>
    Redirect,

    /// <summary>Takes the lead, and says all that it was sent.</summary>
    TakeAndTell,

    /// <summary>Refuses the lead for good, and says all that it was sent.</summary>
    Refuse,
}
