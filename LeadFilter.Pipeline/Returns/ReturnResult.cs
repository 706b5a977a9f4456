using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns.Cases;

namespace LeadFilter.Pipeline.Returns;

/// <summary>What became of a return that was asked for.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Lead">The lead that is meant; null if none was found.</param>
/// <param name="Return">The return; null if there is none.</param>
/// <param name="Refusals">Why the lead is not taken back, all that is wrong; empty if it is.</param>
public sealed record ReturnResult(
    long Line, ReturnVerdict Verdict, LeadId? Lead, ReturnCase? Return, IReadOnlyList<ReturnRefusal> Refusals);
