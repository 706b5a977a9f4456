namespace LeadFilter.Core.Rules;

/// <summary>What a rule makes of an answer that was given and cannot be read (<c>onUnreadable</c>).</summary>
public enum UnreadableAnswers
{
    /// <summary>The same as of a missing answer, since neither the rule nor the campaign says anything.</summary>
    AsMissing,

    /// <summary>The rule does not reject.</summary>
    Accept,

    /// <summary>The rule rejects, with a reason that names the field (<see cref="Decisions.ReasonCode.Unreadable"/>).</summary>
    Reject,
}
