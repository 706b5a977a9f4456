using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Returns.Cases;

/// <summary>A change of a return.</summary>
/// <param name="State">The state since then.</param>
/// <param name="At">When it was.</param>
/// <param name="By">Who made it.</param>
/// <param name="Reason">Why, as a code; null if none was given.</param>
public readonly record struct ReturnChange(ReturnState State, DateTimeOffset At, ReturnParty By, ReasonCode? Reason = null);
